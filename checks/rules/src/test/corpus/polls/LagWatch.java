package com.acme.lag;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

public class LagWatch {
  private final AtomicInteger inFlight = new AtomicInteger();

  public void handle(Runnable message) {
    inFlight.incrementAndGet();
    try {
      message.run();
    } finally {
      inFlight.decrementAndGet();
    }
  }

  @PreDestroy
  public void drain() throws InterruptedException {
    while (busy()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private boolean busy() {
    return inFlight.get() != 0;
  }
}
