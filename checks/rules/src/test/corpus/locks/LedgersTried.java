package com.acme.ledgers;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class LedgersTried {
  private final Lock lock = new ReentrantLock();
  private long balance;

  public boolean book(long cents) throws InterruptedException {
    boolean locked = false;
    try {
      locked = lock.tryLock(200, TimeUnit.MILLISECONDS);
      if (locked) {
        balance += cents;
      }
      return locked;
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  public long balance() {
    lock.lock();
    try {
      return balance;
    } finally {
      lock.unlock();
    }
  }
}
