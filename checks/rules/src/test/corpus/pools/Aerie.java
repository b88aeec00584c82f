package com.acme.aerie;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

public class Aerie {
  private final ExecutorService eagles;

  public Aerie(ExecutorService eagles) {
    this.eagles = eagles;
  }

  @PreDestroy
  void close() {
    eagles.shutdown();
    if (!landed()) {
      System.err.println("still flying: " + eagles.shutdownNow().size());
    }
  }

  private boolean landed() {
    try {
      return eagles.awaitTermination(3, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
