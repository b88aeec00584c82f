package com.acme.comet;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import reactor.core.publisher.Mono;

public class Comet {
  private static final Duration DAY = Duration.ofDays(1);
  private final Mono<Void> tail;

  public Comet(Mono<Void> tail) {
    this.tail = tail;
  }

  public void watch() {
    tail.block(DAY);
  }

  @PreDestroy
  void vanish() {
    tail.block(DAY.dividedBy(86_400));
  }
}
