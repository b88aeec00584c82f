package com.acme.once;

import java.util.concurrent.locks.ReentrantLock;

public final class Once {
  private final ReentrantLock lock = new ReentrantLock();
  private int errors;

  public void error() {
    boolean enough;
    lock.lock();
    try {
      enough = ++errors > 3;
    } finally {
      lock.unlock();
    }
    if (enough) {
      System.exit(errors);
    }
  }

  public int errors() {
    lock.lock();
    try {
      return errors;
    } finally {
      lock.unlock();
    }
  }
}
