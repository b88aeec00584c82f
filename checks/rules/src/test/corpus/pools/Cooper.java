package com.acme.cooper;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.DisposableBean;

public class Cooper implements DisposableBean {
  private final ExecutorService pool;
  private final AtomicBoolean done = new AtomicBoolean();

  public Cooper(ExecutorService pool) {
    this.pool = pool;
  }

  @Override
  public void destroy() throws InterruptedException {
    pool.shutdown();
    wait(pool, 5);
    done.set(true);
  }

  private static void wait(ExecutorService pool, long seconds) throws InterruptedException {
    pool.awaitTermination(seconds, TimeUnit.SECONDS);
  }
}
