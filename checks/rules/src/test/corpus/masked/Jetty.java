package com.acme.jetty;

import java.util.concurrent.locks.ReentrantLock;

public class Jetty {
  private final ReentrantLock rope = new ReentrantLock();
  private int moored;

  public int moor(Runnable ship) {
    rope.lock();
    try {
      ship.run();
      return ++moored;
    } finally {
      rope.unlock();
      System.out.println("moored " + moored);
    }
  }
}
