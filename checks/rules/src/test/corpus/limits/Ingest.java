package com.acme.ingest;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

public class Ingest {
  private static final Duration STEP = Duration.ofSeconds(45);
  private static final Duration PATIENCE = STEP.multipliedBy(2).plusMinutes(1);
  private final ExecutorService pool;

  public Ingest(ExecutorService pool) {
    this.pool = pool;
  }

  @PreDestroy
  void stop() throws InterruptedException {
    pool.shutdown();
    boolean done = pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (!done) {
      pool.shutdownNow();
    }
  }
}
