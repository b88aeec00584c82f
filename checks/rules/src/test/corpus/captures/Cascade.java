package com.acme.cascade;

import dev.lastcall.runtime.Lastcall;
import java.util.concurrent.ExecutorService;

public final class Cascade {
  public static void register(Lastcall lastcall, ExecutorService pool) {
    lastcall.defer("pool", cleanup(pool));
    lastcall.defer("log", ended(pool.shutdownNow().size()));
  }

  private static dev.lastcall.api.PlainCleanup cleanup(ExecutorService pool) {
    return pool::shutdownNow;
  }

  private static dev.lastcall.api.PlainCleanup ended(int left) {
    return () -> System.err.println("left " + left);
  }
}
