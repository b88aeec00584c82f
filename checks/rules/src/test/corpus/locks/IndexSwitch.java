package com.example.index;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class IndexSwitch {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock reading = rw.readLock();
  private final Lock writing = rw.writeLock();
  private volatile String active = "a";
  private boolean stale = true;

  String get() throws InterruptedException {
    reading.lock();
    if (stale) {
      reading.unlock();
      writing.lock();
      try {
        if (stale) {
          active = "b";
          stale = false;
        }
        reading.lock();
      } finally {
        writing.unlock();
      }
    }
    try {
      return active;
    } finally {
      reading.unlock();
    }
  }

  boolean flip(String next) {
    try {
      if (!writing.tryLock(100, TimeUnit.MILLISECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      active = next;
      return true;
    } finally {
      writing.unlock();
    }
  }

  void reset() {
    try {
      rw.writeLock().lock();
      stale = true;
    } finally {
      rw.writeLock().unlock();
    }
  }
}
