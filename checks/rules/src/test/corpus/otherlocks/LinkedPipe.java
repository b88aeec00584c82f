package com.example.pipe;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class LinkedPipe {
  private final ReentrantLock head = new ReentrantLock();
  private final ReentrantLock tail = new ReentrantLock();
  private final Condition filled = head.newCondition();

  private void lockBoth() {
    tail.lock();
    head.lock();
  }

  private void unlockBoth() {
    head.unlock();
    tail.unlock();
  }

  void clear() {
    lockBoth();
    try {
      filled.signalAll();
    } finally {
      unlockBoth();
    }
  }

  void swap() {
    head.lock();
    try {
      tail.lock();
      try {
        filled.signal();
      } finally {
        tail.unlock();
      }
    } finally {
      head.unlock();
    }
  }
}
