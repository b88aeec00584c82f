package com.acme.belt;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

public class Belt implements SmartLifecycle {
  private final CountDownLatch empty = new CountDownLatch(1);
  private volatile boolean on;

  @Override
  public void start() {
    on = true;
    new Thread(() -> {
      try {
        empty.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }).start();
  }

  @Override
  public void stop() {
    on = false;
    empty.countDown();
    try {
      if (!empty.await(1, TimeUnit.SECONDS)) {
        System.err.println("belt is not empty");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return on;
  }
}
