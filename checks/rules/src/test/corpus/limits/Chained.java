import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

final class Chained implements AutoCloseable {
  private final ExecutorService pool;
  private final Duration patience;

  Chained(ExecutorService pool) {
    this(pool, Duration.ofHours(2));
  }

  private Chained(ExecutorService pool, Duration patience) {
    this.pool = pool;
    this.patience = patience;
  }

  @Override
  public void close() throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(patience.toSeconds(), TimeUnit.SECONDS)) {
      pool.shutdownNow();
    }
  }
}
