package com.acme.quarter;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public final class Quarter {
  private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
  private final CountDownLatch done = new CountDownLatch(1);

  public Quarter() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::finish));
  }

  private void finish() {
    try {
      if (!done.await(HOUR_MILLIS / 360, TimeUnit.MILLISECONDS)) {
        System.err.println("not done");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
