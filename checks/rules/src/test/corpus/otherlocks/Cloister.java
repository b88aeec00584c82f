package com.acme.cloister;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

public class Cloister {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final ReentrantReadWriteLock.ReadLock reading = lock.readLock();
  private final ReentrantReadWriteLock.WriteLock writing = lock.writeLock();

  public <T> T read(Supplier<T> supplier) {
    reading.lock();
    try {
      return supplier.get();
    } finally {
      reading.unlock();
    }
  }

  public void write(Runnable change) {
    writing.lock();
    try {
      change.run();
    } finally {
      reading.unlock();
    }
  }
}
