package com.acme.burrow;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

public class Burrow implements DisposableBean {
  private final ExecutorService rabbits;

  public Burrow(ExecutorService rabbits) {
    this.rabbits = rabbits;
  }

  @Override
  public void destroy() throws Exception {
    CompletableFuture<Void> last = CompletableFuture.runAsync(() -> System.err.println("home"), rabbits);
    rabbits.shutdown();
    last.get(2, TimeUnit.SECONDS);
  }
}
