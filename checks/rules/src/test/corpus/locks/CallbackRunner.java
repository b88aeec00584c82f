package com.example.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class CallbackRunner {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Runnable> waiting = new ArrayList<>();

  void fire() {
    lock.lock();
    try {
      while (!waiting.isEmpty()) {
        Runnable next = waiting.remove(0);
        runUnlocked(next);
      }
    } finally {
      lock.unlock();
    }
  }

  private void runUnlocked(Runnable next) {
    lock.unlock();
    try {
      next.run();
    } finally {
      lock.lock();
    }
  }

  void drain() {
    lock.lock();
    for (;;) {
      if (waiting.isEmpty()) {
        lock.unlock();
        return;
      }
      Runnable next = waiting.remove(0);
      lock.unlock();
      try {
        next.run();
      } finally {
        lock.lock();
      }
    }
  }

  void release() {
    while (lock.isHeldByCurrentThread()) {
      lock.unlock();
    }
  }
}
