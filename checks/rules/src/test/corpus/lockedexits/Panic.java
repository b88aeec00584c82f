package com.acme.panic;

import java.util.concurrent.ExecutorService;

public class Panic {
  private final Object lock = new Object();
  private final ExecutorService pool;
  private boolean down;

  public Panic(ExecutorService pool) {
    this.pool = pool;
  }

  public void fail(String why) {
    synchronized (lock) {
      if (down) {
        return;
      }
      down = true;
      pool.execute(() -> System.exit(1));
    }
  }

  public boolean isDown() {
    synchronized (lock) {
      return down;
    }
  }
}
