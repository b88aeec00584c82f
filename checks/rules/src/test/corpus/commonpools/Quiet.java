package search;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

class Quiet {
  boolean settle() {
    boolean quiet = ForkJoinPool.commonPool().awaitQuiescence(3, TimeUnit.SECONDS);
    if (!quiet) {
      System.err.println(ForkJoinPool.commonPool().getQueuedTaskCount() + " tasks left");
    }
    return quiet;
  }
}
