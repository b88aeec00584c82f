package com.acme.batch;

import java.util.Properties;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

public final class BatchMain {
  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", args[0]);
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(properties);
        var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String line : java.nio.file.Files.readAllLines(java.nio.file.Path.of(args[1]))) {
        pool.submit(() -> producer.send(new ProducerRecord<>("lines", line)).get());
      }
    }
  }
}
