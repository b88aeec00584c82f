import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class Units {
  private static final long STOP_MICROS = 25_000_000L;
  private static final long BATCH_LIMIT = TimeUnit.HOURS.toMillis(4);
  private final CountDownLatch done = new CountDownLatch(3);
  private final ExecutorService pool;
  private final long configured;

  Units(ExecutorService pool, long configured) {
    this.pool = pool;
    this.configured = configured;
  }

  static void main(ExecutorService pool) throws InterruptedException {
    Units units = new Units(pool, 0);
    Runtime.getRuntime().addShutdownHook(new Thread(units::stop));
    units.await(BATCH_LIMIT);
  }

  private boolean await(long millis) throws InterruptedException {
    return done.await(millis, TimeUnit.MILLISECONDS);
  }

  private void stop() {
    pool.shutdown();
    try {
      boolean ended =
          pool.awaitTermination(Duration.ofMillis(15_000).toNanos(), TimeUnit.NANOSECONDS)
              && done.await(STOP_MICROS, TimeUnit.MICROSECONDS)
              && done.await(Math.min(configured, 10_000_000_000L), TimeUnit.NANOSECONDS)
              && await(2_000);
      if (!ended) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
