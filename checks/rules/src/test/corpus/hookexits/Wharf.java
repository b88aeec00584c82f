package com.acme.wharf;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public final class Wharf implements AutoCloseable {
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

  public void watch(Runnable check) {
    timer.scheduleAtFixedRate(() -> {
      try {
        check.run();
      } catch (IllegalStateException e) {
        System.exit(70);
      }
    }, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
