package com.acme.regions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

public class Regions {
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  public void move(String from, String to, Runnable move) {
    ReentrantLock source = locks.computeIfAbsent(from, key -> new ReentrantLock());
    ReentrantLock target = locks.computeIfAbsent(to, key -> new ReentrantLock());
    source.lock();
    try {
      target.lock();
      try {
        move.run();
      } finally {
        target.unlock();
      }
    } finally {
      source.unlock();
    }
  }

  public void touch(String region, Runnable work) {
    ReentrantLock lock = locks.get(region);
    lock.lock();
    try {
      work.run();
    } finally {
      locks.get(region).unlock();
    }
  }
}
