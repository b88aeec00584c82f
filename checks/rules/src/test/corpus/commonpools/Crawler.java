package crawl;

import java.util.concurrent.ForkJoinPool;

class Crawler {
  void end() {
    var shared = ForkJoinPool.commonPool();
    System.out.println(shared.getQueuedTaskCount() + " pages left");
    shared.shutdownNow();
  }
}
