package com.example.pool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class LazyPool implements AutoCloseable {
  private ExecutorService pool;

  public synchronized void submit(Runnable task) {
    if (pool == null) {
      pool = Executors.newFixedThreadPool(2);
    }
    pool.execute(task);
  }

  @Override
  public synchronized void close() {
    ExecutorService running = pool;
    if (running == null) {
      return;
    }
    running.shutdown();
    try {
      if (!running.awaitTermination(3, TimeUnit.SECONDS)) {
        running.shutdownNow();
      }
    } catch (InterruptedException e) {
      running.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
