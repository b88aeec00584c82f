package com.acme.least;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

public class Least implements AutoCloseable {
  private static final long MAX_SECONDS = 20;
  private final ExecutorService pool;
  private final long configured;

  public Least(ExecutorService pool, long configuredSeconds) {
    this.pool = pool;
    this.configured = configuredSeconds;
  }

  @Override
  public void close() throws InterruptedException {
    pool.shutdown();
    long seconds = Math.min(configured, MAX_SECONDS);
    if (!pool.awaitTermination(seconds, TimeUnit.SECONDS)) {
      pool.shutdownNow();
    }
  }
}
