package com.acme.docks;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

public class Docks {
  interface Ship {
    CompletionStage<Void> undock();
  }

  private final Map<String, Ship> ships = new ConcurrentHashMap<>();

  @PreDestroy
  void leave() {
    ships.forEach((name, ship) -> {
      Void gone = ship.undock().toCompletableFuture().join();
      System.err.println(name + gone);
    });
  }
}
