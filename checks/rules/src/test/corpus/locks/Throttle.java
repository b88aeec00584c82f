package com.acme.throttle;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

public record Throttle(Semaphore permits) {
  public <T> T run(Callable<T> work) throws Exception {
    try {
      permits.acquire();
      return work.call();
    } finally {
      permits.release();
    }
  }

  public <T> T tryRun(Callable<T> work, T fallback) throws Exception {
    if (!permits.tryAcquire()) {
      return fallback;
    }
    try {
      return work.call();
    } finally {
      permits.release();
    }
  }
}
