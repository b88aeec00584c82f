package com.acme.narrows;

import java.util.List;
import java.util.concurrent.locks.Lock;

public class Narrows {
  private final List<Lock> locks;

  public Narrows(List<Lock> locks) {
    this.locks = List.copyOf(locks);
  }

  public void pass(Runnable ship) {
    for (Lock lock : locks) {
      lock.lock();
    }
    try {
      ship.run();
    } finally {
      for (Lock lock : locks) {
        lock.unlock();
      }
    }
  }
}
