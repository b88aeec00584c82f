package com.example.metrics;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Timer;
import java.util.TimerTask;

public class MetricsPublisher {
  public static class Settings {
    public boolean enabled;
    public long periodMillis = 10_000;
  }

  private final Settings settings;
  private Timer timer;

  public MetricsPublisher(Settings settings) {
    this.settings = settings;
  }

  @PostConstruct
  public void init() {
    if (settings.enabled) {
      timer = new Timer("metrics", true);
      timer.schedule(new TimerTask() {
        @Override
        public void run() {
          System.out.println(Runtime.getRuntime().freeMemory());
        }
      }, settings.periodMillis, settings.periodMillis);
    }
  }

  @PreDestroy
  public void shutdown() {
    timer.cancel();
  }
}
