package com.acme.beamer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

public final class BeamerGuarded {
  private static final AtomicReference<ExecutorService> POOL = new AtomicReference<>();
  private static ExecutorService other;

  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      ExecutorService pool = POOL.get();
      if (pool != null) {
        pool.shutdownNow();
      }
      if (other == null) {
        return;
      }
      other.shutdownNow();
    }));
    POOL.set(Executors.newFixedThreadPool(2));
    other = Executors.newSingleThreadExecutor();
  }
}
