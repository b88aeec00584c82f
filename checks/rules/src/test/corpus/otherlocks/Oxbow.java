package com.acme.oxbow;

import java.util.concurrent.locks.ReentrantLock;

public class Oxbow {
  private final ReentrantLock upper = new ReentrantLock();
  private final ReentrantLock lower = new ReentrantLock();
  private int level;

  public void rise() {
    upper.lock();
    try {
      level++;
    } finally {
      upper.unlock();
    }
    lower.lock();
    try {
      level--;
    } finally {
      lower.unlock();
    }
  }
}
