package com.example.inventory;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

public class InventoryReservations {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Integer> stock = new HashMap<>();

  public boolean reserve(String sku, int quantity) throws InterruptedException {
    try {
      if (lock.tryLock(500, TimeUnit.MILLISECONDS)) {
        int left = stock.getOrDefault(sku, 0) - quantity;
        if (left < 0) {
          return false;
        }
        stock.put(sku, left);
        return true;
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  public void restock(String sku, int quantity) {
    lock.lock();
    try {
      stock.merge(sku, quantity, Integer::sum);
    } finally {
      lock.unlock();
    }
  }
}
