import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class TypeTested implements AutoCloseable {
  private final CompletableFuture<Void> sent = new CompletableFuture<>();

  @Override
  public void close() {
    try {
      sent.get(2, TimeUnit.SECONDS);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      System.err.println("not sent: " + e);
    }
  }
}
