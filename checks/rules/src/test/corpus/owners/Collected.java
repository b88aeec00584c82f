package com.acme.collected;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Collected implements AutoCloseable {
  private final List<ExecutorService> pools = new ArrayList<>();

  public ExecutorService next() {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pools.add(pool);
    return pool;
  }

  @Override
  public void close() {
    pools.forEach(ExecutorService::shutdownNow);
  }
}
