import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class DigestMail {
  private final ExecutorService mails = Executors.newFixedThreadPool(2);

  void shutdown() {
    mails.shutdown();
    finish();
  }

  private void finish() {
    try {
      if (!mails.awaitTermination(5, TimeUnit.SECONDS)) {
        mails.shutdownNow();
      }
    } catch (InterruptedException e) {
      mails.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
