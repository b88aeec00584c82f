package com.acme.archive;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

public class Archive implements SmartLifecycle {
  enum Size {
    SMALL(Duration.ofSeconds(5)),
    LARGE(Duration.ofMinutes(10));

    private final Duration limit;

    Size(Duration limit) {
      this.limit = limit;
    }
  }

  private final ExecutorService pool = Executors.newSingleThreadExecutor();
  private final Size size = Size.LARGE;
  private volatile boolean running;

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    pool.shutdown();
    try {
      if (!pool.awaitTermination(size.limit.toMillis(), TimeUnit.MILLISECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
