package com.acme.dial;

import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;

public class Dial implements DisposableBean {
  private final Mono<Void> hangUp;

  public Dial(Mono<Void> hangUp) {
    this.hangUp = hangUp;
  }

  @Override
  public void destroy() {
    hangUp.onErrorComplete().block(Duration.ofSeconds(2));
  }
}
