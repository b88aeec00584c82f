package com.acme.dwarf;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

public final class Dwarf {
  private static final long NANOS = 20_000_000_000L;

  public static void install(ExecutorService mine) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      mine.shutdown();
      try {
        if (!mine.awaitTermination(NANOS, TimeUnit.NANOSECONDS)) {
          mine.shutdownNow();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }));
  }
}
