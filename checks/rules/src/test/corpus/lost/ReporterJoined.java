package com.acme.reporter;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public class ReporterJoined {
  private final List<Runnable> reports = new java.util.concurrent.CopyOnWriteArrayList<>();

  @PreDestroy
  void stop() throws Exception {
    CompletableFuture<?>[] all =
        reports.stream().map(CompletableFuture::runAsync).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).get(5, TimeUnit.SECONDS);
  }
}
