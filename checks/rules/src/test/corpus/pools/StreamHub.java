import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class StreamHub implements AutoCloseable {
  private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();

  void open(Runnable stream) {
    carriers.submit(stream);
  }

  @Override
  public void close() {
    carriers.close();
  }

  CompletableFuture<Void> later(Runnable work) {
    return CompletableFuture.runAsync(work, carriers);
  }
}
