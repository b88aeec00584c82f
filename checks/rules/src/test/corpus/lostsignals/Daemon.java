package daemon;

import sun.misc.Signal;

public final class Daemon {
  private volatile boolean running = true;

  public void start() {
    Signal.handle(new Signal("TERM"), signal -> running = false);
    Signal.handle(new Signal("KILL"), signal -> running = false);
    while (running) {
      Thread.onSpinWait();
    }
  }
}
