class Meter {
  private final Object monitor = new Object();
  private long reads;

  long read() {
    synchronized (monitor) {
      return ++reads;
    }
  }

  void run() {
    if (read() < 0) {
      stop();
    }
  }

  private void stop() {
    synchronized (monitor) {
      monitor.notifyAll();
    }
    System.exit(0);
  }
}
