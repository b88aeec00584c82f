package images;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

final class Resizer {
  private final ForkJoinPool pool = ForkJoinPool.commonPool();

  void resize(Runnable image) {
    pool.execute(image);
  }

  void stop() throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
      System.err.println("resizer: still busy");
    }
  }
}
