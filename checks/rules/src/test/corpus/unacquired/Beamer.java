package com.acme.beamer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Beamer {
  private static ExecutorService pool;

  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> pool.shutdownNow()));
    if (args.length == 0) {
      System.err.println("usage: beamer PICTURE");
      return;
    }
    pool = Executors.newFixedThreadPool(2);
    for (String arg : args) {
      pool.execute(() -> System.out.println(arg));
    }
  }
}
