class Heartbeat {
  private final Thread beat = new Thread(this::beat, "heartbeat");
  private volatile boolean running = true;

  void start() {
    beat.start();
    Runtime.getRuntime().addShutdownHook(beat);
  }

  private void beat() {
    if (running) {
      System.out.println("alive");
    }
  }

  void stop() {
    running = false;
  }
}
