package com.acme.stage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Optional;

public class Stage {
  private AutoCloseable lights;
  private Optional<AutoCloseable> fog = Optional.empty();

  @PostConstruct
  void rig() {
    lights = () -> System.err.println("lights out");
    if (System.getenv("FOG") != null) {
      fog = Optional.of(() -> System.err.println("fog out"));
    }
  }

  @PreDestroy
  void strike() throws Exception {
    try {
      lights.close();
    } finally {
      if (fog.isPresent()) {
        fog.get().close();
      }
    }
  }
}
