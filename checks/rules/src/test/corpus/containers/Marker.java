package com.acme.marker;

import org.springframework.context.SmartLifecycle;

public class Marker implements SmartLifecycle {
  @Override
  public void start() {
    System.out.println("all beans have started");
  }

  @Override
  public void stop() {}

  @Override
  public boolean isRunning() {
    return false;
  }
}
