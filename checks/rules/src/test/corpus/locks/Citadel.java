package com.acme.citadel;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

public class Citadel {
  private final Lock wall = new ReentrantLock();

  public <T> T within(Supplier<T> work) {
    wall.lock();
    final T result;
    try {
      result = work.get();
    } finally {
      wall.unlock();
    }
    return result;
  }
}
