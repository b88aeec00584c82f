package com.acme.weir;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

public class Weir {
  private ScheduledExecutorService timer;

  @PostConstruct
  void open() {
    timer = Executors.newSingleThreadScheduledExecutor();
  }

  @PreDestroy
  void close() {
    timer.shutdownNow();
  }
}
