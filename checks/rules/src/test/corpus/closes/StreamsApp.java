package com.acme.streams;

import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

public final class StreamsApp {
  public static void main(String[] args) throws InterruptedException {
    final KafkaStreams streams = new KafkaStreams(new Topology(), new java.util.Properties());
    final CountDownLatch latch = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread("streams-shutdown-hook") {
      @Override
      public void run() {
        streams.close();
        latch.countDown();
      }
    });
    streams.start();
    latch.await();
  }
}
