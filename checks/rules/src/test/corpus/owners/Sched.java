package com.acme.sched;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

enum Sched {
  INSTANCE;

  private static final ThreadFactory FACTORY = task -> new Thread(task, "sched");
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, FACTORY);

  void every(long seconds, Runnable task) {
    timer.scheduleWithFixedDelay(task, seconds, seconds, TimeUnit.SECONDS);
  }
}
