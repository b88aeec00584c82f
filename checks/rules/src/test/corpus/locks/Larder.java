package com.acme.larder;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class Larder {
  private final ReentrantLock shelf = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  private record Held(ReentrantLock lock) implements AutoCloseable {
    @Override
    public void close() {
      lock.unlock();
    }
  }

  public void put(Runnable work) {
    shelf.lock();
    try (Held held = new Held(shelf)) {
      work.run();
    }
  }

  public void look(Runnable work) {
    final var read = rw.readLock();
    read.lock();
    try {
      work.run();
    } finally {
      read.unlock();
    }
  }

  public void tidy(Runnable work) {
    shelf.lock();
    try {
      work.run();
    } finally {
      if (shelf.isHeldByCurrentThread()) {
        shelf.unlock();
      }
    }
  }
}
