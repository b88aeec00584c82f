final class Spinner implements AutoCloseable {
  private final Thread thread = new Thread(() -> {});
  private volatile boolean stopped;

  void stopped() {
    stopped = true;
  }

  @Override
  public void close() {
    while (!stopped) {
      Thread.onSpinWait();
    }
    while (thread.isAlive()) {}
  }
}
