import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;

public class Configured {
  private final ExecutorService pool;

  @Value("${pool.stop.seconds:20}")
  private long stopSeconds = 600;

  private Duration drain = Duration.ofMinutes(10);

  public Configured(ExecutorService pool) {
    this.pool = pool;
  }

  public void setDrain(Duration drain) {
    this.drain = drain;
  }

  @PreDestroy
  void stop() throws InterruptedException {
    pool.shutdown();
    boolean ended = pool.awaitTermination(stopSeconds, TimeUnit.SECONDS);
    if (!ended && !pool.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS)) {
      pool.shutdownNow();
    }
  }
}
