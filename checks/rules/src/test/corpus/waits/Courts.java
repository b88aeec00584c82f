import java.time.Duration;

class Courts implements AutoCloseable {
  interface Court {
    void join();

    void await();
  }

  static final class Clerk implements Court {
    @Override
    public void join() {}

    @Override
    public void await() {}

    int take() {
      return 1;
    }
  }

  private final Clerk clerk = new Clerk();
  private final Thread usher = new Thread(() -> {});

  @Override
  public void close() throws InterruptedException {
    clerk.join();
    clerk.await();
    clerk.take();
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    synchronized (this) {
      long left = (end - System.nanoTime()) / 1_000_000;
      while (usher.isAlive() && left > 0) {
        wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    }
  }
}
