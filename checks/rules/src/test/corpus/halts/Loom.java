package com.acme.loom;

import jakarta.annotation.PreDestroy;

public class Loom {
  @PreDestroy
  void stop() {
    System.err.println("loom stopped");
    Runtime.getRuntime().halt(0);
  }
}
