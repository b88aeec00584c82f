package com.acme.leases;

import java.util.concurrent.TimeUnit;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;

public class Leases {
  private final RedissonClient redis;

  public Leases(RedissonClient redis) {
    this.redis = redis;
  }

  public void runOnce(String job, Runnable work) throws InterruptedException {
    RLock lock = redis.getLock("job:" + job);
    if (!lock.tryLock(0, 30, TimeUnit.SECONDS)) {
      return;
    }
    try {
      work.run();
    } finally {
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      }
    }
  }

  public void runAlways(String job, Runnable work) throws InterruptedException {
    RLock lock = redis.getLock("job:" + job);
    try {
      lock.tryLock(1, 30, TimeUnit.SECONDS);
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
