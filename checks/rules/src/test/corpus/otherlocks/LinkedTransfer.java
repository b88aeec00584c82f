package com.example.transfer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class LinkedTransfer {
  private final ReentrantLock putLock = new ReentrantLock();
  private final ReentrantLock takeLock = new ReentrantLock();
  private final Condition notEmpty = takeLock.newCondition();
  private int size;

  void signal() {
    takeLock.lock();
    try {
      notEmpty.signal();
    } finally {
      takeLock.unlock();
    }
  }

  boolean offer() throws InterruptedException {
    if (!putLock.tryLock(1, TimeUnit.SECONDS)) {
      return false;
    }
    try {
      size++;
    } finally {
      takeLock.unlock();
    }
    signal();
    return true;
  }
}
