package com.acme.cells;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class Cells {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock read = rw.readLock();
  private final Lock write = rw.writeLock();
  private int value;

  public int upgrade() {
    read.lock();
    try {
      if (value > 0) {
        return value;
      }
    } finally {
      rw.readLock().unlock();
    }
    rw.writeLock().lock();
    try {
      value++;
      return value;
    } finally {
      write.unlock();
    }
  }

  public int downgrade() {
    write.lock();
    try {
      value++;
      read.lock();
    } finally {
      write.unlock();
    }
    try {
      return value;
    } finally {
      read.unlock();
    }
  }
}
