package com.acme.patience;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

public class Patience {
  private final ExecutorService pool;
  private final Duration grace;

  public Patience(ExecutorService pool, Duration grace) {
    this.pool = pool;
    this.grace = grace;
  }

  @PreDestroy
  void stop() throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      pool.shutdownNow();
    }
  }

  void retire() throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.DAYS)) {
      pool.shutdownNow();
    }
  }
}
