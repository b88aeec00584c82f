import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class Refinery {
  private final ExecutorService pumps;

  Refinery(ExecutorService pumps) {
    this.pumps = pumps;
  }

  void start() throws InterruptedException {
    boolean stopped = stopPumps();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> System.err.println("pumps stopped: " + stopped)));
  }

  private boolean stopPumps() throws InterruptedException {
    pumps.shutdown();
    return pumps.awaitTermination(5, TimeUnit.SECONDS);
  }
}
