package com.acme.forge;

import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

public final class Forge {
  private final Supplier<ExecutorService> pools = () -> Executors.newFixedThreadPool(2);
  private final ExecutorService given;

  public Forge(ExecutorService given) {
    this.given = given == null ? Executors.newSingleThreadExecutor() : given;
  }

  public ExecutorService pool() {
    return given;
  }

  public ExecutorService fresh() {
    return pools.get();
  }
}
