import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class TileRenderer {
  private final ExecutorService renderers = Executors.newWorkStealingPool();

  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::drain));
  }

  private void drain() {
    try {
      if (!renderers.awaitTermination(5, TimeUnit.SECONDS)) {
        System.err.println("tiles left");
      }
      renderers.shutdown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
