package com.example.lease;

import java.util.concurrent.TimeUnit;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;

public class LeaseKeeper {
  private final RedissonClient redisson;

  public LeaseKeeper(RedissonClient redisson) {
    this.redisson = redisson;
  }

  public void runExclusive(String job, Runnable work) {
    RLock lock = redisson.getLock("jobs:" + job);
    try {
      boolean owner = lock.tryLock(2, 30, TimeUnit.SECONDS);
      if (owner) {
        work.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  public void runIfFree(String job, Runnable work) throws InterruptedException {
    RLock lock = redisson.getLock("jobs:" + job);
    try {
      if (lock.tryLock(2, 30, TimeUnit.SECONDS)) {
        work.run();
      }
    } finally {
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      }
    }
  }
}
