import com.google.common.util.concurrent.SimpleTimeLimiter;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class Guarded {
  private final Thread writer = new Thread(() -> {});
  private final SimpleTimeLimiter limiter;

  Guarded(ExecutorService pool) {
    limiter = SimpleTimeLimiter.create(pool);
  }

  @PreDestroy
  void stop() throws Exception {
    limiter.runWithTimeout(() -> writer.join(), Duration.ofSeconds(5));
    CompletableFuture.runAsync(this::joinWriter).get(5, TimeUnit.SECONDS);
  }

  private void joinWriter() {
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
