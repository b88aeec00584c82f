package com.acme.pilot;

import java.util.concurrent.locks.ReentrantLock;

public class Pilot {
  private final ReentrantLock yoke = new ReentrantLock();

  public void steer(Runnable move) throws InterruptedException {
    try {
      takeOver();
      move.run();
    } finally {
      release();
    }
  }

  private void takeOver() throws InterruptedException {
    yoke.lockInterruptibly();
  }

  private void release() {
    yoke.unlock();
  }
}
