package com.example.drain;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

public class DrainOnExit {
  private final ReentrantLock queueLock = new ReentrantLock();
  private final Queue<String> queue = new ArrayDeque<>();
  private final ExecutorService pool;

  public DrainOnExit(ExecutorService pool) {
    this.pool = pool;
  }

  public void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      queue.clear();
      queueLock.unlock();
    }));
  }

  public void publish(String message) {
    queueLock.lock();
    pool.execute(() -> {
      try {
        queue.add(message);
      } finally {
        queueLock.unlock();
      }
    });
  }
}
