package daemon;

import java.util.List;
import sun.misc.Signal;

class Chosen {
  void install(List<String> names, Runnable stop) {
    for (String name : names) {
      Signal.handle(new Signal(name), signal -> stop.run());
    }
  }
}
