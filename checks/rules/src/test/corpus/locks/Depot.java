package com.acme.depot;

import java.util.concurrent.locks.ReentrantReadWriteLock;

public class Depot {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private int crates;

  public void add(int more) {
    var write = lock.writeLock();
    write.tryLock();
    try {
      crates += more;
    } finally {
      write.unlock();
    }
  }

  public int count() {
    var read = lock.readLock();
    read.lock();
    try {
      return crates;
    } finally {
      read.unlock();
    }
  }
}
