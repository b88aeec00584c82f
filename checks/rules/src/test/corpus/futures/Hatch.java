package com.acme.hatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Hatch {
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  public int open(int number) {
    return CompletableFuture.supplyAsync(() -> number + 1, pool).join();
  }

  public void close() throws Exception {
    pool.submit(() -> System.out.println("hatch closes")).get();
    pool.shutdownNow();
  }
}
