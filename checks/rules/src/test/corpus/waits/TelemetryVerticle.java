package com.acme.telemetry;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;

public class TelemetryVerticle extends AbstractVerticle {
  private static final class Pump extends Thread {
    private volatile boolean open = true;

    Pump() {
      super("pump");
    }

    @Override
    public void run() {
      while (open) {
        Thread.onSpinWait();
      }
    }

    void end() throws InterruptedException {
      open = false;
      join();
    }
  }

  private final Pump pump = new Pump();

  @Override
  public void start() {
    pump.start();
  }

  @Override
  public void stop(Promise<Void> stopped) {
    try {
      pump.end();
      stopped.complete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.fail(e);
    }
  }
}
