package com.acme.retry;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

public class Retry {
  private final ReentrantLock lock = new ReentrantLock();

  public void run(Runnable work) throws InterruptedException {
    while (!lock.tryLock(10, TimeUnit.MILLISECONDS)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("waiting for the lock");
      }
    }
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
