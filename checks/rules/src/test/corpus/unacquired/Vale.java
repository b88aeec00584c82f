package com.acme.vale;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Vale {
  private static ExecutorService pool;

  public static void main(String[] args) {
    pool = Executors.newFixedThreadPool(2);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> pool.shutdownNow()));
    pool.execute(() -> System.out.println(args.length));
  }
}
