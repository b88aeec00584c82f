import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

public class Workers {
  private final ExecutorService pool;

  public Workers(ExecutorService pool) {
    this.pool = pool;
  }

  @PreDestroy
  void stop() throws InterruptedException {
    long began = System.nanoTime();
    pool.shutdown();
    while (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
      long waited = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
      System.err.println("still waiting for the workers after " + waited + " s");
    }
  }
}
