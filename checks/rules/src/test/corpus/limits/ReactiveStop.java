package com.acme.reactive;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import reactor.core.publisher.Mono;

public class ReactiveStop {
  private static final Duration DRAIN = Duration.of(2, ChronoUnit.MINUTES);
  private final Mono<Void> drained;
  private final KafkaProducer<String, String> producer;

  public ReactiveStop(Mono<Void> drained, KafkaProducer<String, String> producer) {
    this.drained = drained;
    this.producer = producer;
  }

  @PreDestroy
  public void stop() {
    drained.block(DRAIN.plusSeconds(5));
    producer.close(Duration.ofMillis(Long.MAX_VALUE));
  }
}
