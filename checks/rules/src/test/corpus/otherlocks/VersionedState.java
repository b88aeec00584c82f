package com.example.state;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class VersionedState {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();
  private int version;

  private Lock lock() {
    return rw.writeLock();
  }

  int bump() {
    Lock writing = lock();
    writing.lock();
    try {
      return ++version;
    } finally {
      rw.writeLock().unlock();
    }
  }

  int bumpAndRead() {
    rw.writeLock().lock();
    try {
      version++;
      rw.readLock().lock();
    } finally {
      rw.writeLock().unlock();
    }
    try {
      return version;
    } finally {
      rw.readLock().unlock();
    }
  }

  void raise(int to) {
    long stamp = stamped.readLock();
    try {
      while (version < to) {
        long write = stamped.tryConvertToWriteLock(stamp);
        if (write != 0) {
          stamp = write;
          version = to;
        } else {
          stamped.unlockRead(stamp);
          stamp = stamped.writeLock();
        }
      }
    } finally {
      stamped.unlock(stamp);
    }
  }
}
