package com.example.ingest;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

public class IngestServer {
  private final KafkaProducer<String, String> producer;
  private final ExecutorService workers = Executors.newCachedThreadPool();

  public IngestServer(KafkaProducer<String, String> producer) {
    this.producer = producer;
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  public void accept(String event) {
    workers.execute(() -> producer.send(new ProducerRecord<>("events", event)));
  }

  private void stop() {
    workers.shutdown();
    closeProducer();
    awaitWorkers();
  }

  private void closeProducer() {
    producer.close(java.time.Duration.ofSeconds(5));
  }

  private void awaitWorkers() {
    try {
      if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
