import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class Deadline {
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Instant end = Instant.now().plus(Duration.ofSeconds(5));

  Deadline() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::drain));
    Runtime.getRuntime().addShutdownHook(new Thread(this::drainSlowly));
    Runtime.getRuntime().addShutdownHook(new Thread(this::drainHelped));
  }

  private void drain() {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (inFlight.get() > 0 && System.nanoTime() - until < 0) {
      Thread.onSpinWait();
    }
  }

  private void drainSlowly() {
    long began = System.currentTimeMillis();
    long waited = 0;
    try {
      while (inFlight.get() > 0) {
        if (waited > 5_000) {
          System.err.println("gave up");
          break;
        }
        Thread.sleep(20);
        waited = System.currentTimeMillis() - began;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drainHelped() {
    while (!(inFlight.get() == 0 || isLate())) {
      Thread.yield();
    }
  }

  private boolean isLate() {
    return Instant.now().isAfter(end);
  }
}
