package com.acme.stove;

import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Stove implements AutoCloseable {
  private final Phaser cooking = new Phaser(1);

  public void cook(Runnable meal) {
    cooking.register();
    try {
      meal.run();
    } finally {
      cooking.arriveAndDeregister();
    }
  }

  @Override
  public void close() throws InterruptedException {
    int phase = cooking.arrive();
    try {
      cooking.awaitAdvanceInterruptibly(phase, 2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      cooking.forceTermination();
    }
  }
}
