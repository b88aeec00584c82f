package com.acme.brewery;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class BreweryStopped implements AutoCloseable {
  private ExecutorService kettles = Executors.newFixedThreadPool(2);

  public synchronized void resize(int count) {
    ExecutorService old = kettles;
    kettles = Executors.newFixedThreadPool(count);
    old.shutdown();
  }

  public synchronized void brew(Runnable beer) {
    kettles.execute(beer);
  }

  @Override
  public synchronized void close() {
    kettles.shutdownNow();
  }
}
