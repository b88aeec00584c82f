package com.acme.mooring;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public class Mooring implements ServletContextListener {
  private ThreadPoolExecutor pool;

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    pool.shutdown();
    try {
      while (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
        event.getServletContext().log("waiting for " + pool.getActiveCount());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
