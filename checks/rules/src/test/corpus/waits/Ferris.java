package com.acme.ferris;

import io.dropwizard.lifecycle.Managed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public class Ferris implements Managed {
  private final Semaphore seats = new Semaphore(10);

  @Override
  public void start() {}

  public void ride(Runnable ride) throws InterruptedException {
    seats.acquire();
    try {
      ride.run();
    } finally {
      seats.release();
    }
  }

  @Override
  public void stop() throws InterruptedException {
    if (!seats.tryAcquire(10, 3, TimeUnit.SECONDS)) {
      System.err.println("riders left: " + (10 - seats.availablePermits()));
    }
  }
}
