package daemon;

import sun.misc.Signal;
import sun.misc.SignalHandler;

class Dumper implements SignalHandler {
  void install() {
    Signal quit = new Signal("QUIT");
    Signal.handle(quit, this);
  }

  @Override
  public void handle(Signal signal) {
    Thread.getAllStackTraces().forEach((thread, stack) -> System.err.println(thread));
  }
}
