package com.acme.sched;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public final class SchedDaemon {
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(SchedDaemon::daemon);

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "sched");
    thread.setDaemon(true);
    return thread;
  }

  public static void every(long seconds, Runnable task) {
    TIMER.scheduleAtFixedRate(task, seconds, seconds, TimeUnit.SECONDS);
  }
}
