package com.acme.quay;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public class Quay {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private final CountDownLatch ships = new CountDownLatch(2);
  private boolean busy;

  @PreDestroy
  void clear() throws InterruptedException {
    lock.lock();
    try {
      if (busy && !free.await(2, TimeUnit.SECONDS)) {
        System.err.println("still busy");
      }
    } finally {
      lock.unlock();
    }
    if (ships.getCount() == 0) {
      ships.await();
    }
  }

  void dock() throws InterruptedException {
    lock.lock();
    try {
      while (busy) {
        free.await();
      }
      busy = true;
    } finally {
      lock.unlock();
    }
  }
}
