package com.acme.kite;

import jakarta.annotation.PreDestroy;

public class Kite {
  private final Thread hook = new Thread(() -> System.err.println("kite is down"));

  public Kite() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @PreDestroy
  void stop() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      return;
    }
    hook.run();
  }
}
