import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class LogUploader {
  private static final long GRACE = 4;
  private final ExecutorService uploads = Executors.newSingleThreadExecutor();

  void shutDown() {
    uploads.shutdown();
    try {
      uploads.awaitTermination(GRACE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      uploads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
