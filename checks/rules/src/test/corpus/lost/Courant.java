package com.acme.courant;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public class Courant {
  private final List<CompletableFuture<String>> pages;

  public Courant(List<CompletableFuture<String>> pages) {
    this.pages = pages;
  }

  @PreDestroy
  void stop() {
    for (CompletableFuture<String> page : pages) {
      page.cancel(true);
      page.completeOnTimeout("", 1, TimeUnit.SECONDS);
      page.whenComplete((text, failure) -> System.err.println(text));
    }
  }
}
