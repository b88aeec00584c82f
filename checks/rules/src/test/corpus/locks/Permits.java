package com.acme.permits;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

public final class Permits {
  private final Semaphore slots = new Semaphore(0);
  private final ReentrantLock lock = new ReentrantLock();

  public void produced() {
    slots.release();
  }

  public void consume(Runnable work) throws InterruptedException {
    slots.acquire();
    work.run();
  }

  public Permits lock() {
    lock.lock();
    return this;
  }

  public void unlock() {
    lock.unlock();
  }

  public static void with(Permits permits, Runnable work) {
    permits.lock();
    try {
      work.run();
    } finally {
      permits.unlock();
    }
  }
}
