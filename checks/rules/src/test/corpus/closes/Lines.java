package com.acme.lines;

import dev.lastcall.runtime.Lastcall;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

public final class Lines {
  public static void main(String[] args) {
    Lastcall lastcall = Lastcall.builder().install();
    Producer<String, String> producer = new KafkaProducer<>(new Properties());
    lastcall.defer("producer", producer::close);
    lastcall.ready();
    lastcall.awaitExit();
  }
}
