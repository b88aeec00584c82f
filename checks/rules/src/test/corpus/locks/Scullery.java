package com.acme.scullery;

import java.util.concurrent.locks.ReentrantLock;

public class Scullery {
  private final ReentrantLock sink = new ReentrantLock();

  public void wash(Runnable dishes) {
    try {
      check();
      sink.lock();
      dishes.run();
    } finally {
      sink.unlock();
    }
  }

  private void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("interrupted");
    }
  }
}
