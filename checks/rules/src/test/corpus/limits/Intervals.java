package com.acme.intervals;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class Intervals implements AutoCloseable {
  private static final long DAY = 24;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  public void start(Runnable report) {
    timer.scheduleAtFixedRate(report, 1, DAY, TimeUnit.HOURS);
  }

  @Override
  public void close() throws InterruptedException {
    timer.shutdownNow();
    if (!timer.awaitTermination(2, TimeUnit.SECONDS)) {
      System.err.println("report still runs");
    }
  }
}
