package com.acme.watermill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;

public final class Watermill {
  private final KafkaConsumer<String, String> consumer;
  private volatile boolean turning = true;
  private final Thread wheel = new Thread(this::turn);

  Watermill(Map<String, Object> settings) {
    consumer = new KafkaConsumer<>(settings);
    wheel.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  private void turn() {
    consumer.subscribe(List.of("water"));
    while (turning) {
      consumer.poll(Duration.ofSeconds(1)).forEach(System.out::println);
    }
  }

  private void stop() {
    turning = false;
    consumer.wakeup();
    try {
      wheel.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    consumer.close(Duration.ofSeconds(2));
  }
}
