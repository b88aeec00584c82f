import java.util.concurrent.atomic.AtomicInteger;

class Gate {
  private final AtomicInteger inFlight = new AtomicInteger();

  Gate() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::drain));
  }

  private void drain() {
    while (inFlight.get() > 0) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
