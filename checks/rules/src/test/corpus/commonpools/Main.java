package batch;

import java.util.concurrent.ForkJoinPool;

class Main {
  public static void main(String[] args) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> ForkJoinPool.commonPool().shutdownNow()));
  }
}
