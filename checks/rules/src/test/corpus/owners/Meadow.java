package com.acme.meadow;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Meadow {
  public static int mow(List<Callable<Integer>> strips) throws Exception {
    ExecutorService mowers = Executors.newFixedThreadPool(4);
    int mown = 0;
    for (Future<Integer> strip : mowers.invokeAll(strips)) {
      mown += strip.get();
    }
    return mown;
  }
}
