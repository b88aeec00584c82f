package com.acme.scope;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Workers that are told to end; each has two seconds. */
public class ScopedWorker implements AutoCloseable {
  private static final long PATIENCE = 2_000;
  private final Map<String, Thread> workers = new ConcurrentHashMap<>();

  public void add(String name, Runnable work) {
    workers.computeIfAbsent(name, key -> {
      Thread worker = new Thread(work, key);
      worker.start();
      return worker;
    });
  }

  public void awaitAll() throws InterruptedException {
    for (Thread worker : workers.values()) {
      worker.join();
    }
  }

  @Override
  public void close() throws InterruptedException {
    workers.values().forEach(Thread::interrupt);
    for (Thread worker : workers.values()) {
      worker.join(PATIENCE);
    }
    workers.clear();
  }
}
