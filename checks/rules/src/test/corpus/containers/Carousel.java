package com.acme.carousel;

import org.springframework.context.SmartLifecycle;

public class Carousel implements SmartLifecycle {
  private Thread motor;

  @Override
  public void start() {
    motor = new Thread(() -> System.out.println("turning"));
    motor.start();
  }

  @Override
  public void stop() {
    motor.interrupt();
  }

  @Override
  public boolean isRunning() {
    return false;
  }
}
