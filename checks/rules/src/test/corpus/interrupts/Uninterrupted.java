class Uninterrupted implements AutoCloseable {
  private final Thread writer = new Thread(() -> {});

  @Override
  public void close() {
    boolean interrupted = false;
    long end = System.nanoTime() + 2_000_000_000L;
    try {
      while (writer.isAlive() && System.nanoTime() - end < 0) {
        try {
          writer.join(100);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
