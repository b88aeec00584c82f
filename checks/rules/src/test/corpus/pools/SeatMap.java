import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class SeatMap {
  private final ExecutorService updates = Executors.newFixedThreadPool(2);

  void close() throws InterruptedException {
    updates.shutdown();
    try {
      updates.awaitTermination(2, TimeUnit.SECONDS);
    } finally {
      updates.shutdownNow();
    }
  }

  boolean closeQuietly() throws InterruptedException {
    updates.shutdown();
    return updates.awaitTermination(2, TimeUnit.SECONDS);
  }
}
