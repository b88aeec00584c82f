import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class PriceImport {
  private final ExecutorService loaders = Executors.newFixedThreadPool(4);

  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::finish));
  }

  private void finish() {
    loaders.shutdown();
    settle(loaders, 5);
  }

  private static void settle(ExecutorService pool, int seconds) {
    try {
      boolean done = pool.awaitTermination(seconds, TimeUnit.SECONDS);
      System.err.println(done ? "all imported" : "import cut off");
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
