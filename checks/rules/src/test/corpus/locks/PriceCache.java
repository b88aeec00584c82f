package com.example.price;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class PriceCache {
  private final Map<String, Long> prices = new ConcurrentHashMap<>();
  private final Lock refresh = new ReentrantLock();

  void refreshAll(Map<String, Long> update) {
    boolean locked = false;
    try {
      locked = true;
      refresh.lockInterruptibly();
      prices.putAll(update);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (locked) {
        refresh.unlock();
      }
    }
  }

  void refreshOne(String id, long price) throws InterruptedException {
    refresh.tryLock(20, TimeUnit.MILLISECONDS);
    try {
      prices.put(id, price);
    } finally {
      refresh.unlock();
    }
  }
}
