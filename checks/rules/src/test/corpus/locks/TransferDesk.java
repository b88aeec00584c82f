package com.example.transfer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class TransferDesk {
  static final class Account {
    final Lock lock = new ReentrantLock();
    long balance;
  }

  public boolean transfer(Account from, Account to, long amount) throws InterruptedException {
    boolean first = false;
    boolean second = false;
    try {
      first = from.lock.tryLock(1, TimeUnit.SECONDS);
      if (!first) {
        return false;
      }
      second = to.lock.tryLock(1, TimeUnit.SECONDS);
      if (!second) {
        return false;
      }
      from.balance -= amount;
      to.balance += amount;
      return true;
    } finally {
      if (second) {
        to.lock.unlock();
      }
      if (first) {
        from.lock.unlock();
      }
    }
  }

  public void audit(Account account, boolean exclusive) {
    if (exclusive) {
      account.lock.lock();
    }
    try {
      System.out.println(account.balance);
    } finally {
      if (exclusive) {
        account.lock.unlock();
      }
    }
  }
}
