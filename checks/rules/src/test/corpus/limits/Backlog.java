package com.acme.backlog;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

public class Backlog {
  enum Level { LOW, HIGH }

  private final Level level;
  private Future<?> work;

  public Backlog(Level level) {
    this.level = level;
  }

  @PreDestroy
  void finish() throws Exception {
    long seconds = switch (level) {
      case LOW -> 5;
      case HIGH -> {
        int factor = 12;
        yield factor * 10L;
      }
    };
    if (work != null) {
      work.get(seconds, TimeUnit.SECONDS);
    }
  }
}
