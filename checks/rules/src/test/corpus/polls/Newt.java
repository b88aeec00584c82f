package com.acme.newt;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

public class Newt implements AutoCloseable {
  private final ExecutorService pool;

  public Newt(ExecutorService pool) {
    this.pool = pool;
  }

  @Override
  public void close() throws InterruptedException {
    pool.shutdown();
    int left = 10;
    while (!pool.awaitTermination(500, TimeUnit.MILLISECONDS)) {
      if (--left == 0) {
        pool.shutdownNow();
        break;
      }
    }
  }
}
