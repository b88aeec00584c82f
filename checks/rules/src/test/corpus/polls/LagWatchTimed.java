package com.acme.lag;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

public class LagWatchTimed {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
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
    Instant end = Instant.now().plus(PATIENCE);
    while (inFlight.get() > 0 && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
  }
}
