package com.acme.torch;

import java.time.Duration;

public final class Torch {
  private static final Duration PATIENCE = Duration.ofMillis(800);
  private final Thread flame = new Thread(() -> System.out.println("light"));

  public Torch() {
    flame.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::extinguish));
  }

  private void extinguish() {
    flame.interrupt();
    try {
      flame.join(Math.max(1, PATIENCE.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
