package com.acme.herald;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.beans.factory.DisposableBean;

public class Herald implements DisposableBean {
  private final KafkaStreams streams;

  public Herald(KafkaStreams streams) {
    this.streams = streams;
  }

  static void once(Consumer<String, String> consumer) {
    consumer.close();
  }

  @Override
  public void destroy() {
    if (!streams.close(Duration.ofSeconds(10))) {
      System.err.println("streams did not end");
    }
  }
}
