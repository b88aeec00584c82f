package com.acme.pond;

import java.util.HashMap;
import java.util.Map;

public final class Pond {
  private final Map<String, Runnable> fish = new HashMap<>();

  public void open() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::drain));
  }

  public void close() {
    Runtime.getRuntime().removeShutdownHook(new Thread(this::drain));
    drain();
  }

  private void drain() {
    fish.values().forEach(Runnable::run);
  }
}
