package com.acme.ledgers;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class Ledgers {
  private final Lock lock = new ReentrantLock();
  private long balance;

  public boolean book(long cents) throws InterruptedException {
    boolean booked = false;
    try {
      if (lock.tryLock(200, TimeUnit.MILLISECONDS)) {
        balance += cents;
        booked = true;
      }
    } finally {
      lock.unlock();
    }
    return booked;
  }
}
