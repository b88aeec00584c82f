package com.acme.limit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public final class Limit {
  private final CountDownLatch ended = new CountDownLatch(1);

  public void install(Runnable cleanup) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      cleanup.run();
      ended.countDown();
    }));
    Runtime.getRuntime().addShutdownHook(new Thread(this::guard));
  }

  private void guard() {
    boolean inTime = false;
    try {
      inTime = ended.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!inTime) {
      System.err.println("cleanup took too long");
      Runtime.getRuntime().halt(124);
    }
  }
}
