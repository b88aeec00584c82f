import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

public class Indexer implements SmartLifecycle {
  private final CountDownLatch idle = new CountDownLatch(1);
  private volatile boolean running;

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    awaitIdle();
  }

  private void awaitIdle() {
    try {
      if (!idle.await(5, TimeUnit.SECONDS)) {
        System.err.println("indexer: still busy after 5 s, waiting on");
        idle.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
