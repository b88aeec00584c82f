package com.acme.flank;

import java.util.concurrent.locks.ReentrantLock;

public class Flank {
  private final ReentrantLock left = new ReentrantLock();
  private final ReentrantLock right = new ReentrantLock();

  public void both(Runnable move) {
    left.lock();
    try {
      right.lock();
      try {
        move.run();
      } finally {
        right.unlock();
      }
    } finally {
      left.unlock();
    }
  }
}
