package com.acme.ballast;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class Ballast {
  private final ReadWriteLock tanks = new ReentrantReadWriteLock();
  private long litres;

  public void pump(long amount) {
    tanks.writeLock().lock();
    try {
      litres += amount;
      if (litres > 1_000_000) {
        Runtime.getRuntime().exit(4);
      }
    } finally {
      tanks.writeLock().unlock();
    }
  }

  @PreDestroy
  void save() {
    tanks.writeLock().lock();
    try {
      System.err.println(litres);
    } finally {
      tanks.writeLock().unlock();
    }
  }
}
