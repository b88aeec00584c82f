package com.acme.choir;

import org.springframework.context.SmartLifecycle;

public class Choir implements SmartLifecycle {
  interface Organ extends AutoCloseable {
    @Override
    void close();
  }

  private final String key;
  private Organ organ;
  private boolean running;

  public Choir(String key) {
    this.key = key;
  }

  @Override
  public void start() {
    if (key.equals("c")) {
      organ = () -> System.err.println("organ off");
    }
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    organ.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
