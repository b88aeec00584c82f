package com.acme.tollgate;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public final class Tollgate {
  private final FutureTask<Integer> count = new FutureTask<>(() -> 42);

  public Tollgate() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        new Thread(count).start();
        System.err.println(count.get());
      } catch (ExecutionException e) {
        System.err.println(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }));
  }
}
