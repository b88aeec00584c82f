package com.acme.pantry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

public class Pantry {
  private final ReentrantLock lock = new ReentrantLock();

  public CompletableFuture<Void> stock(Runnable work, ExecutorService pool) {
    lock.lock();
    return CompletableFuture.runAsync(() -> {
      try {
        work.run();
      } finally {
        lock.unlock();
      }
    }, pool);
  }
}
