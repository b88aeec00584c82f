package com.acme.wrapped;

import java.util.concurrent.Executors;

public final class Wrapped {
  private static Thread stopThread(AutoCloseable pool) {
    return new Thread(asTask(stop(pool)));
  }

  private static Runnable asTask(boolean stopped) {
    return () -> System.err.println("stopped: " + stopped);
  }

  private static boolean stop(AutoCloseable pool) {
    try {
      pool.close();
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  public static void install() {
    var pool = Executors.newFixedThreadPool(1);
    Runtime.getRuntime().addShutdownHook(new Thread(asTask(pool.shutdownNow().isEmpty())));
  }
}
