package com.acme.scheduler;

import jakarta.annotation.PreDestroy;
import java.util.ArrayDeque;
import java.util.Deque;

public class Scheduler {
  private final Deque<Runnable> jobs = new ArrayDeque<>();

  public void shutdown(boolean wait) {
    if (wait) {
      jobs.forEach(Runnable::run);
    }
    jobs.clear();
  }

  @PreDestroy
  void stop() {
    shutdown(true);
  }
}
