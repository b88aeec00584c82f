package com.acme.bus;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.context.SmartLifecycle;

public class Bus implements SmartLifecycle {
  private final Producer<String, String> producer;
  private boolean on;

  public Bus(Producer<String, String> producer) {
    this.producer = producer;
  }

  @Override
  public void start() {
    on = true;
  }

  @Override
  public void stop() {
    on = false;
    Thread goodbye = new Thread(() -> producer.send(new ProducerRecord<>("bus", "left")));
    goodbye.start();
  }

  @Override
  public boolean isRunning() {
    return on;
  }
}
