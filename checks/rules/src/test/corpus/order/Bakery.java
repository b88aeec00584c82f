package com.acme.bakery;

import dev.lastcall.runtime.Lastcall;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

public final class Bakery {
  private final KafkaProducer<String, String> producer;
  private final ExecutorService ovens = Executors.newFixedThreadPool(3);

  public Bakery(KafkaProducer<String, String> producer, Lastcall lastcall) {
    this.producer = producer;
    lastcall.defer("bakery", this::close);
  }

  public void bake(String bread) {
    ovens.execute(() -> {
      producer.send(new ProducerRecord<>("bread", bread));
    });
  }

  private void close() throws InterruptedException {
    producer.close(java.time.Duration.ofSeconds(3));
    ovens.shutdown();
    if (!ovens.awaitTermination(3, TimeUnit.SECONDS)) {
      ovens.shutdownNow();
    }
  }
}
