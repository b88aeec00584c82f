package com.example.batch;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class BatchWindow {
  private final Lock window = new ReentrantLock();
  private int open;

  boolean flush(List<String> rows, long waitMillis) throws InterruptedException {
    final boolean got = waitMillis > 0 ? window.tryLock(waitMillis, TimeUnit.MILLISECONDS) : window.tryLock();
    try {
      if (!got) {
        return false;
      }
      open += rows.size();
      return true;
    } finally {
      if (got) {
        window.unlock();
      }
    }
  }

  void retry(List<String> rows) throws InterruptedException {
    while (!window.tryLock(10, TimeUnit.MILLISECONDS)) {
      System.out.println("waiting with " + rows.size());
    }
    try {
      open++;
    } finally {
      window.unlock();
    }
  }

  void best(List<String> rows) {
    Lock held = null;
    try {
      window.lockInterruptibly();
      held = window;
      open -= rows.size();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (held != null) {
        held.unlock();
      }
    }
  }
}
