package com.acme.cloakroom;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class Cloakroom {
  private final Lock a = new ReentrantLock();
  private final Lock b = new ReentrantLock();

  public void both(Runnable work) {
    a.lock();
    b.lock();
    try {
      work.run();
    } finally {
      b.unlock();
      a.unlock();
    }
  }

  public void either(boolean left, Runnable work) {
    Lock chosen = left ? a : b;
    chosen.lock();
    try {
      work.run();
    } finally {
      chosen.unlock();
    }
  }
}
