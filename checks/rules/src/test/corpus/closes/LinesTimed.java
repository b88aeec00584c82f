package com.acme.lines;

import dev.lastcall.runtime.Lastcall;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;

public final class LinesTimed {
  public static void main(String[] args) {
    Lastcall lastcall = Lastcall.builder().install();
    KafkaProducer<String, String> producer = new KafkaProducer<>(new Properties());
    lastcall.defer("producer", () -> producer.close(Duration.ofSeconds(4)));
    lastcall.ready();
    lastcall.awaitExit();
  }
}
