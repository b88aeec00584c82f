package search;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

class GivenPool {
  private final ForkJoinPool pool;

  GivenPool(int threads) {
    this.pool = threads > 0 ? new ForkJoinPool(threads) : ForkJoinPool.commonPool();
  }

  void stop() throws InterruptedException {
    if (pool != ForkJoinPool.commonPool()) {
      pool.shutdown();
      if (!pool.awaitTermination(2, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    }
  }
}
