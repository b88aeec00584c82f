package com.acme.reload;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;

public class Reloader {
  private final Thread hook = new Thread(() -> System.err.println("reloader stops"));

  void start() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void onStop(@Observes ShutdownEvent event) {
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
