package com.acme.tls;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;

public class Tls {
  interface Renewal {
    void shutdown();
  }

  private final boolean enabled;
  private Renewal renewal;

  public Tls(boolean enabled) {
    this.enabled = enabled;
  }

  @PostConstruct
  void init() {
    if (enabled) {
      renewal = () -> System.err.println("renewal ends");
    }
  }

  @PreDestroy
  void stop() {
    renewal.shutdown();
  }
}
