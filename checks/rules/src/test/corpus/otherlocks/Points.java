package com.acme.points;

import java.util.concurrent.locks.StampedLock;

public class Points {
  private final StampedLock lock = new StampedLock();
  private final StampedLock names = new StampedLock();
  private double x;

  public double read() {
    long stamp = lock.tryOptimisticRead();
    double now = x;
    if (!lock.validate(stamp)) {
      stamp = lock.readLock();
      try {
        now = x;
      } finally {
        lock.unlockRead(stamp);
      }
    }
    return now;
  }

  public void move(double by) {
    long stamp = lock.writeLock();
    try {
      x += by;
    } finally {
      names.unlockWrite(stamp);
    }
  }
}
