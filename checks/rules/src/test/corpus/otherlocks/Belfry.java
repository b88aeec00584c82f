package com.acme.belfry;

import java.util.concurrent.locks.ReentrantLock;

public class Belfry {
  private final ReentrantLock[] bells = {new ReentrantLock(), new ReentrantLock()};
  private final ReentrantLock rope = new ReentrantLock();

  public void ring(int bell, Runnable sound) {
    bells[bell].lock();
    try {
      sound.run();
    } finally {
      rope.unlock();
    }
  }

  public void pull(Runnable move) {
    rope.lock();
    try {
      move.run();
    } finally {
      rope.unlock();
    }
  }
}
