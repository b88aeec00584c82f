package com.acme.fanfare;

import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

public final class Fanfare {
  public void play(Properties properties, String note) {
    try (var producer = new KafkaProducer<String, String>(properties)) {
      producer.send(new ProducerRecord<>("notes", note));
    }
  }

  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println("fanfare over")));
    new Fanfare().play(new Properties(), args[0]);
  }
}
