package com.acme.mole;

import java.util.concurrent.locks.ReentrantReadWriteLock;

public class Mole {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private int tunnels;

  public int dig() {
    ReentrantReadWriteLock.WriteLock write = lock.writeLock();
    write.lock();
    try {
      return ++tunnels;
    } finally {
      lock.writeLock().unlock();
    }
  }

  public int count() {
    lock.readLock().lock();
    int now = tunnels;
    lock.readLock().unlock();
    return now;
  }
}
