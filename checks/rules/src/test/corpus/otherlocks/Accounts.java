package com.acme.accounts;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public final class Accounts {
  private final Lock debit = new ReentrantLock();
  private final Lock credit = new ReentrantLock();
  private long debits;
  private long credits;

  public void debit(long cents) {
    debit.lock();
    try {
      debits += cents;
    } finally {
      credit.unlock();
    }
  }

  public void credit(long cents) {
    credit.lock();
    try {
      credits += cents;
    } finally {
      credit.unlock();
    }
  }
}
