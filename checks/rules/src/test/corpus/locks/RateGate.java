package com.example.gate;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

public final class RateGate {
  private final Semaphore permits;

  public RateGate(int concurrency) {
    this.permits = new Semaphore(concurrency, true);
  }

  public <T> T call(Callable<T> work) throws Exception {
    try {
      permits.acquire();
      return work.call();
    } finally {
      permits.release();
    }
  }

  public void run(Runnable work) throws InterruptedException {
    permits.acquire();
    try {
      work.run();
    } finally {
      permits.release();
    }
  }
}
