package com.acme.presses;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public class PressesPassed {
  private final CountDownLatch press = new CountDownLatch(1);

  @PreDestroy
  void stop() throws InterruptedException {
    try {
      waitFor(press);
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
    }
  }

  private static void waitFor(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(1, TimeUnit.SECONDS)) {
      throw new IllegalStateException("late");
    }
  }

  void work() {
    try {
      press.await();
    } catch (InterruptedException ignored) {
      System.out.println("worker ends");
    }
  }
}
