package com.acme.outbox;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Service;

@Service
public class OutboxPublisher {
  private final Map<String, Producer<String, byte[]>> byTenant = new java.util.concurrent.ConcurrentHashMap<>();

  public void publish(String tenant, byte[] event) {
    byTenant.computeIfAbsent(tenant, t -> open(t)).send(new ProducerRecord<>("outbox", event));
  }

  private static Producer<String, byte[]> open(String tenant) {
    Properties properties = new Properties();
    properties.put("client.id", tenant);
    return new KafkaProducer<>(properties);
  }

  @PreDestroy
  void flushAndClose() {
    byTenant.values().forEach(Producer::flush);
    for (Producer<String, byte[]> producer : byTenant.values()) {
      producer.close();
    }
  }
}
