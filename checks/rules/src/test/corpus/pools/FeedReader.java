import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class FeedReader implements AutoCloseable {
  private final ExecutorService readers = Executors.newCachedThreadPool();

  void follow(Runnable feed) {
    readers.execute(feed);
  }

  @Override
  public void close() {
    await();
    readers.shutdown();
  }

  private void await() {
    try {
      boolean idle = readers.awaitTermination(3, TimeUnit.SECONDS);
      if (!idle) {
        System.err.println("feeds are still read");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
