package com.acme.threads;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.DisposableBean;

public class ThreadWatch implements DisposableBean {
  private final ExecutorService pool;
  private final Thread leader;

  public ThreadWatch(ExecutorService pool, Thread leader) {
    this.pool = pool;
    this.leader = leader;
  }

  @Override
  public void destroy() {
    leader.interrupt();
    for (; leader.isAlive(); ) {
      LockSupport.parkNanos(1_000_000);
    }
    pool.shutdown();
    while (!pool.isTerminated()) {
      Thread.onSpinWait();
    }
  }
}
