package com.acme.cooper;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

public class CooperForced implements DisposableBean {
  private final ExecutorService pool;

  public CooperForced(ExecutorService pool) {
    this.pool = pool;
  }

  @Override
  public void destroy() {
    pool.shutdown();
    try {
      pool.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pool.shutdownNow();
    }
  }
}
