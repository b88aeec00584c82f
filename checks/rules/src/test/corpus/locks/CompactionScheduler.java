package com.example.compaction;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

public class CompactionScheduler {
  private final ReentrantLock compaction = new ReentrantLock();
  private int runs;

  private boolean enter(Duration limit) throws InterruptedException {
    return compaction.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void leave() {
    compaction.unlock();
  }

  public void compactNow() throws InterruptedException {
    boolean entered = false;
    try {
      entered = enter(Duration.ofSeconds(1));
      if (!entered) {
        System.err.println("compaction is running");
        return;
      }
      runs++;
    } finally {
      leave();
    }
  }

  public void compactIfIdle() throws InterruptedException {
    if (!enter(Duration.ZERO)) {
      return;
    }
    try {
      runs++;
    } finally {
      leave();
    }
  }
}
