package com.acme.herald;

import java.util.concurrent.CompletableFuture;

public final class Herald {
  private boolean told;

  public synchronized void tell() {
    if (!told) {
      told = true;
      CompletableFuture.runAsync(() -> System.exit(0));
    }
  }

  public synchronized boolean told() {
    return told;
  }
}
