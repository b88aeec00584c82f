package com.example.seats;

import java.util.BitSet;
import java.util.concurrent.locks.StampedLock;

class SeatMap {
  private final StampedLock seats = new StampedLock();
  private final StampedLock prices = new StampedLock();
  private final BitSet taken = new BitSet();
  private long price;

  boolean isTaken(int seat) {
    long stamp = seats.readLock();
    try {
      return taken.get(seat);
    } finally {
      seats.unlockWrite(stamp);
    }
  }

  void price(long cents) {
    long stamp = prices.writeLock();
    try {
      price = cents;
    } finally {
      seats.unlockWrite(stamp);
    }
  }

  long price() {
    long stamp = prices.tryOptimisticRead();
    long now = price;
    if (!prices.validate(stamp)) {
      stamp = prices.readLock();
      try {
        now = price;
      } finally {
        prices.unlockRead(stamp);
      }
    }
    return now;
  }
}
