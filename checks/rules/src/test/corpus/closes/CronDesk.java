package com.acme.cron;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;

public class CronDesk implements ServletContextListener {
  private static final boolean WAIT_FOR_JOBS = true;
  private Scheduler scheduler;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    try {
      scheduler = StdSchedulerFactory.getDefaultScheduler();
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (scheduler != null) {
      stop();
    }
  }

  private void stop() {
    try {
      scheduler.shutdown(WAIT_FOR_JOBS);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }
}
