package com.acme.guarded;

import java.util.function.Supplier;
import java.util.concurrent.locks.ReentrantLock;

public final class Guarded<T> {
  private final ReentrantLock lock = new ReentrantLock(true);
  private T value;

  public <R> R with(Supplier<R> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  public boolean trySet(T next) {
    if (lock.tryLock()) {
      try {
        value = next;
        return true;
      } finally {
        lock.unlock();
      }
    }
    return false;
  }

  public AutoCloseable hold() {
    lock.lock();
    return lock::unlock;
  }
}
