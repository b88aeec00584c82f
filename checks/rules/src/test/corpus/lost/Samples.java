package com.acme.samples;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public final class Samples {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "samples");
    thread.setDaemon(true);
    return thread;
  });

  public void start() {
    timer.scheduleAtFixedRate(() -> System.out.println(Runtime.getRuntime().freeMemory()), 1, 1, TimeUnit.SECONDS);
  }
}
