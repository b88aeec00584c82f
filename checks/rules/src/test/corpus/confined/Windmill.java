package com.acme.windmill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

public final class Windmill extends Thread {
  private final KafkaConsumer<String, String> consumer;
  private volatile boolean turning = true;

  Windmill(Map<String, Object> settings) {
    consumer = new KafkaConsumer<>(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      turning = false;
      consumer.unsubscribe();
    }));
  }

  @Override
  public void run() {
    consumer.subscribe(List.of("wind"));
    while (turning) {
      for (ConsumerRecord<String, String> gust : consumer.poll(Duration.ofSeconds(1))) {
        System.out.println(gust.value());
      }
    }
    consumer.close();
  }
}
