package com.acme.docks;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public class DocksTimed {
  private final List<CompletableFuture<Void>> ships;

  public DocksTimed(List<CompletableFuture<Void>> ships) {
    this.ships = ships;
  }

  @PreDestroy
  void leave() throws InterruptedException {
    CompletableFuture<Void> all = CompletableFuture.allOf(ships.toArray(new CompletableFuture<?>[0]));
    try {
      all.get(3, TimeUnit.SECONDS);
      for (CompletableFuture<Void> ship : ships) {
        ship.join();
      }
    } catch (TimeoutException | ExecutionException e) {
      ships.stream().filter(Future::isDone).map(CompletableFuture::isCompletedExceptionally).forEach(System.err::println);
    }
  }
}
