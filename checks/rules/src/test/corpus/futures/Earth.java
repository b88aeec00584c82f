package com.acme.earth;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public final class Earth {
  private final CompletableFuture<Void> turned;

  public Earth(CompletableFuture<Void> turned) {
    this.turned = turned.completeOnTimeout(null, 3, TimeUnit.SECONDS);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> this.turned.join()));
  }
}
