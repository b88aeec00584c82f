package search;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

class OwnPool implements AutoCloseable {
  private final ForkJoinPool pool = new ForkJoinPool(4);

  void run(Runnable work) {
    pool.execute(work);
  }

  @Override
  public void close() {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
