package com.acme.tests;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

public class Tests {
  private final ExecutorService pool;

  public Tests(ExecutorService pool) {
    this.pool = pool;
  }

  @PreDestroy
  void stop() throws InterruptedException {
    pool.shutdown();
    pool.awaitTermination(5, TimeUnit.SECONDS);
  }

  boolean early() throws InterruptedException {
    boolean done = pool.awaitTermination(5, TimeUnit.SECONDS);
    pool.shutdown();
    return done;
  }
}
