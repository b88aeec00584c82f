package com.acme.orders;

import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

public class OrderEvents {
  private final KafkaProducer<String, byte[]> producer;

  public OrderEvents(Properties settings) {
    producer = new KafkaProducer<>(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(producer::close, "order-events"));
  }

  public void placed(String id, byte[] order) {
    producer.send(new ProducerRecord<>("orders", id, order));
  }
}
