package com.acme.ballot;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;

public class Ballot {
  private final CompletableFuture<String> result = new CompletableFuture<>();

  @PreDestroy
  void close() {
    result.complete("closed");
    System.err.println(result.join());
  }

  public void vote(String name) {
    result.complete(name);
  }
}
