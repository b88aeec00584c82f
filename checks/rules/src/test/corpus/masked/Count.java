package com.acme.count;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

public class Count {
  private final AtomicInteger running = new AtomicInteger();

  public void all(List<Runnable> tasks) {
    for (Runnable task : tasks) {
      running.incrementAndGet();
      try {
        task.run();
      } finally {
        running.decrementAndGet();
        report();
      }
    }
  }

  private void report() {
    if (running.get() == 0) {
      System.out.println("idle");
    }
  }
}
