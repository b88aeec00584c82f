package com.acme.echelon;

import java.util.concurrent.locks.StampedLock;

public class Echelon {
  private final StampedLock lock = new StampedLock();
  private int rank;

  public boolean promote() {
    long stamp = lock.tryWriteLock();
    if (stamp == 0) {
      return false;
    }
    try {
      rank++;
      return true;
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
