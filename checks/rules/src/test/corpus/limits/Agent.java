import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.SmartLifecycle;

public class Agent implements SmartLifecycle {
  enum Mode {
    FAST,
    SAFE
  }

  record Limits(Duration flush, Duration leave) {}

  private static final Limits LIMITS = new Limits(Duration.ofSeconds(4), Duration.ofMinutes(2));
  private final CompletableFuture<Void> flushed = new CompletableFuture<>();
  private final Thread worker = new Thread(() -> {});
  private Mode mode = Mode.SAFE;

  @Override
  public void start() {
    worker.start();
  }

  @Override
  public void stop() {
    try {
      flushed.get(LIMITS.flush().toSeconds(), TimeUnit.SECONDS);
      worker.join(LIMITS.leave().toMillis());
      long rest =
          switch (mode) {
            case FAST -> 2;
            case SAFE -> 10;
          };
      TimeUnit.MINUTES.sleep(rest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("agent: " + e);
    }
  }

  @Override
  public boolean isRunning() {
    return worker.isAlive();
  }
}
