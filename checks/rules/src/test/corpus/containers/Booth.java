package com.acme.booth;

import jakarta.annotation.PreDestroy;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

@Component
@Scope("singleton")
public class Booth implements SmartLifecycle {
  private Thread motor;

  @Override
  public void start() {
    motor = new Thread(() -> System.out.println("turning"));
    motor.start();
  }

  @Override
  public void stop() {
    motor.interrupt();
    motor = null;
  }

  @Override
  public boolean isRunning() {
    return motor != null;
  }

  @PreDestroy
  void dismantle() {
    System.err.println("dismantled");
  }
}
