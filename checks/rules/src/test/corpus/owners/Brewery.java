package com.acme.brewery;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Brewery implements AutoCloseable {
  private ExecutorService kettles = Executors.newFixedThreadPool(2);

  public void resize(int count) {
    kettles = Executors.newFixedThreadPool(count);
  }

  public void brew(Runnable beer) {
    kettles.execute(beer);
  }

  @Override
  public void close() {
    kettles.shutdownNow();
  }
}
