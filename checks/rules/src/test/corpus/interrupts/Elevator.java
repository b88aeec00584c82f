package com.acme.elevator;

import io.vertx.core.AbstractVerticle;

public class Elevator extends AbstractVerticle {
  private final Thread motor = new Thread(() -> System.out.println("up"));

  @Override
  public void start() {
    motor.start();
  }

  @Override
  public void stop() {
    motor.interrupt();
    try {
      motor.join(1_000);
    } catch (InterruptedException ignored) {
    }
    System.out.println("elevator stopped");
  }
}
