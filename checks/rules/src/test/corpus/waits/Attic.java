package com.acme.attic;

import java.util.concurrent.Semaphore;

public class Attic implements AutoCloseable {
  private final Semaphore door = new Semaphore(1);
  private boolean open = true;

  @Override
  public void close() {
    if (door.tryAcquire()) {
      open = false;
      door.release();
    }
  }

  public void enter(Runnable visit) throws InterruptedException {
    door.acquire();
    try {
      if (open) {
        visit.run();
      }
    } finally {
      door.release();
    }
  }
}
