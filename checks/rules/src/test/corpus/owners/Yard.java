package com.acme.yard;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Yard {
  public static int sum(List<Callable<Integer>> parts) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      int sum = 0;
      for (Future<Integer> part : pool.invokeAll(parts)) {
        sum += part.get();
      }
      return sum;
    } finally {
      pool.shutdown();
    }
  }
}
