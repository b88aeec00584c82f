import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

class Crawler {
  private final ExecutorService fetchers;

  Crawler(ExecutorService fetchers) {
    this.fetchers = fetchers;
  }

  void stop() throws InterruptedException {
    fetchers.shutdown();
    while (!fetchers.awaitTermination(1, TimeUnit.SECONDS)) {
      System.err.println("waiting for fetchers");
    }
  }

  void stopHard() throws InterruptedException {
    fetchers.shutdown();
    if (!fetchers.awaitTermination(5, TimeUnit.SECONDS)) {
      fetchers.shutdownNow();
      fetchers.awaitTermination(1, TimeUnit.SECONDS);
    }
  }

  void stopAsking() throws InterruptedException {
    fetchers.shutdown();
    fetchers.awaitTermination(5, TimeUnit.SECONDS);
    if (!fetchers.isTerminated()) {
      System.err.println("fetchers left behind");
    }
  }
}
