package com.acme.overnight;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class Overnight {
  public static void main(String[] args) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    for (String arg : args) {
      pool.execute(() -> System.out.println(arg.length()));
    }
    pool.shutdown();
    if (!pool.awaitTermination(12, TimeUnit.HOURS)) {
      pool.shutdownNow();
    }
  }
}
