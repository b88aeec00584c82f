package com.acme.prestop;

import org.springframework.context.SmartLifecycle;

public class Prestop implements SmartLifecycle {
  private static final int PAUSE_MILLIS = 5_000;
  private volatile boolean running;

  @Override
  public void start() {
    running = true;
    Thread loop = new Thread(this::serve);
    loop.setDaemon(true);
    loop.start();
  }

  private void serve() {
    while (running) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void stop() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
