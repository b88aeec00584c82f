class NestedTry implements AutoCloseable {
  private final Thread flusher = new Thread(() -> {});

  @Override
  public void close() {
    try {
      waitForFlusher();
      System.out.println("flushed");
    } catch (RuntimeException e) {
      System.err.println(e);
    }
  }

  private void waitForFlusher() {
    try {
      flusher.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("flush cut off", e);
    }
  }
}
