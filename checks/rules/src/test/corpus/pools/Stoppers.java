package com.acme.stoppers;

import com.google.common.util.concurrent.MoreExecutors;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Stoppers {
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final ExecutorService other = Executors.newVirtualThreadPerTaskExecutor();

  @PreDestroy
  void stop() {
    if (!MoreExecutors.shutdownAndAwaitTermination(pool, Duration.ofSeconds(5))) {
      System.err.println("tasks left");
    }
    other.shutdownNow();
  }
}
