package com.acme.payments;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;

public final class Payments implements Runnable {
  private final Consumer<String, String> consumer = new KafkaConsumer<>(new Properties());

  public static void main(String[] args) {
    Payments payments = new Payments();
    Runtime.getRuntime().addShutdownHook(new Thread(payments::shutdown));
    payments.run();
  }

  @Override
  public void run() {
    consumer.subscribe(List.of("payments"));
    while (true) {
      consumer.poll(Duration.ofMillis(200)).forEach(record -> System.out.println(record.value()));
    }
  }

  private void shutdown() {
    leave();
  }

  private void leave() {
    consumer.commitSync();
    consumer.close(Duration.ofSeconds(3));
  }
}
