package com.acme.payments;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

public final class PaymentsWoken {
  public static void main(String[] args) {
    KafkaConsumer<String, String> consumer = new KafkaConsumer<>(new Properties());
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      consumer.wakeup();
      try {
        if (!closed.await(9, TimeUnit.SECONDS)) {
          System.err.println("consumer still polls");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }));
    try (consumer) {
      consumer.subscribe(List.of("payments"));
      while (true) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> System.out.println(record.value()));
      }
    } catch (WakeupException exit) {
      System.out.println("leaving");
    } finally {
      closed.countDown();
    }
  }
}
