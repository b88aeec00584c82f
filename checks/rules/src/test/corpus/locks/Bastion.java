package com.acme.bastion;

import java.util.concurrent.Semaphore;

public class Bastion {
  private final Semaphore gates = new Semaphore(2);

  public void pass(Runnable march) {
    boolean in = false;
    try {
      gates.acquire();
      in = true;
      march.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (in) {
        gates.release();
      }
    }
  }
}
