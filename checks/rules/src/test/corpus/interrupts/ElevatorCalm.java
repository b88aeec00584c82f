package com.acme.elevator;

import io.vertx.core.AbstractVerticle;
import java.util.concurrent.TimeUnit;

public class ElevatorCalm extends AbstractVerticle {
  private final Thread motor = new Thread(() -> System.out.println("up"));

  @Override
  public void start() {
    motor.start();
  }

  @Override
  public void stop() throws Exception {
    motor.interrupt();
    boolean interrupted = false;
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
      while (motor.isAlive() && System.nanoTime() < end) {
        try {
          motor.join(50);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
