package shop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;

public class Outbox {
  private final CountDownLatch sent = new CountDownLatch(1);

  public void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::finish));
  }

  private void finish() {
    try {
      sent.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void stop() {
    ForkJoinPool.commonPool().shutdown();
  }
}
