package daemon;

import sun.misc.Signal;

class Reload {
  void install(Runnable reload) {
    Signal.handle(new Signal("HUP"), signal -> reload.run());
    Signal.handle(new Signal("USR2"), signal -> reload.run());
  }
}
