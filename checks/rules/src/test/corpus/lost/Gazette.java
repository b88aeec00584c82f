package com.acme.gazette;

import reactor.core.publisher.Mono;
import jakarta.annotation.PreDestroy;
import org.springframework.web.reactive.function.client.WebClient;

public class Gazette {
  private final WebClient client;

  public Gazette(WebClient client) {
    this.client = client;
  }

  @PreDestroy
  void leave() {
    Mono<Void> gone = client.delete().uri("/me").retrieve().bodyToMono(Void.class);
    gone.doOnError(e -> System.err.println(e.getMessage())).subscribe();
  }
}
