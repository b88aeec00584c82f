package com.acme.abbey;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

public class Abbey {
  private final ReentrantLock bell = new ReentrantLock();

  public boolean ring(Runnable sound) throws InterruptedException {
    if (!bell.tryLock(1, TimeUnit.SECONDS)) {
      throw new IllegalStateException("somebody else rings");
    }
    try {
      sound.run();
      return true;
    } finally {
      bell.unlock();
    }
  }
}
