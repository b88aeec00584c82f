package com.acme.farm;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

public class Farm implements AutoCloseable {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final Scheduler scheduler;

  public Farm(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void close() throws SchedulerException, InterruptedException {
    scheduler.shutdown(false);
    pool.shutdown();
    if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
      pool.shutdownNow();
    }
  }
}
