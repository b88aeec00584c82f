package com.acme.topics;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;

public class TopicAdmin implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private final Admin admin;
  private final KafkaProducer<String, String> producer;

  public TopicAdmin(Properties properties) {
    this.admin = Admin.create(properties);
    this.producer = new KafkaProducer<>(properties);
  }

  public static long count(Properties properties) throws Exception {
    try (Admin once = Admin.create(properties)) {
      return once.listTopics().names().get().size();
    }
  }

  @Override
  public void close() {
    try {
      producer.close(PATIENCE);
    } finally {
      admin.close(PATIENCE);
    }
  }
}
