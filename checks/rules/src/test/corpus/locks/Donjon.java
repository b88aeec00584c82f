package com.acme.donjon;

import java.util.concurrent.Semaphore;
import java.util.concurrent.ExecutorService;

public class Donjon {
  private final Semaphore cells = new Semaphore(4);
  private final ExecutorService guards;

  public Donjon(ExecutorService guards) {
    this.guards = guards;
  }

  public void lockUp(Runnable prisoner) throws InterruptedException {
    cells.acquire();
    guards.execute(() -> {
      try {
        prisoner.run();
      } finally {
        cells.release();
      }
    });
  }
}
