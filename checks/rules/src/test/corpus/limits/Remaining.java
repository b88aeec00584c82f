package com.acme.remaining;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

public class Remaining implements DisposableBean {
  private static final long TOTAL = TimeUnit.SECONDS.toNanos(20);
  private final List<Thread> threads;

  public Remaining(List<Thread> threads) {
    this.threads = threads;
  }

  @Override
  public void destroy() throws InterruptedException {
    long end = System.nanoTime() + TOTAL;
    for (Thread thread : threads) {
      long left = end - System.nanoTime();
      if (left > 0) {
        TimeUnit.NANOSECONDS.timedJoin(thread, left);
      }
    }
  }
}
