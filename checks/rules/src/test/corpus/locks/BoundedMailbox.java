package com.example.mailbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

public final class BoundedMailbox<T> {
  private final Semaphore free;
  private final Semaphore filled = new Semaphore(0);
  private final Semaphore mutex = new Semaphore(1);
  private final Deque<T> items = new ArrayDeque<>();

  public BoundedMailbox(int capacity) {
    this.free = new Semaphore(capacity);
  }

  public void put(T item) throws InterruptedException {
    free.acquire();
    mutex.acquireUninterruptibly();
    try {
      items.add(item);
    } finally {
      mutex.release();
    }
    filled.release();
  }

  public T take() throws InterruptedException {
    filled.acquire();
    mutex.acquireUninterruptibly();
    try {
      return items.remove();
    } finally {
      mutex.release();
      free.release();
    }
  }
}
