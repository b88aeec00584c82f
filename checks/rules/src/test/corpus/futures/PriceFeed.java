package com.acme.price;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public class PriceFeed implements ApplicationListener<ContextClosedEvent> {
  private final WebClient client;
  private final Flux<String> symbols;

  public PriceFeed(WebClient client, Flux<String> symbols) {
    this.client = client;
    this.symbols = symbols;
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    unsubscribeAll().block();
  }

  private Mono<Void> unsubscribeAll() {
    return symbols.flatMap(symbol -> client.delete().uri("/feed/{s}", symbol).retrieve().bodyToMono(Void.class)).then();
  }
}
