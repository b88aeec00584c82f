import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class GeoCache {
  private final ExecutorService loaders = Executors.newFixedThreadPool(2);

  void stop() throws InterruptedException {
    loaders.shutdown();
    loaders.awaitTermination(10, TimeUnit.SECONDS);
    System.out.println("geo cache closed");
  }
}
