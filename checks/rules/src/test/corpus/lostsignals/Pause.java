package daemon;

import sun.misc.Signal;

class Pause {
  private final Runnable pause;

  Pause(Runnable pause) {
    this.pause = pause;
  }

  void install() {
    try {
      Signal.handle(new Signal("STOP"), signal -> pause.run());
    } catch (IllegalArgumentException e) {
      System.err.println("no pause: " + e.getMessage());
    }
  }
}
