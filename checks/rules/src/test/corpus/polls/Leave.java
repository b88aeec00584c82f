package com.acme.cluster;

import java.util.function.BooleanSupplier;

public final class Leave {
  private final BooleanSupplier left;

  public Leave(BooleanSupplier left) {
    this.left = left;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> retry(0)));
  }

  private void retry(int attempt) {
    while (true) {
      if (left.getAsBoolean()) {
        return;
      }
      pause(attempt);
    }
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(50L << Math.min(attempt, 5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
