package com.acme.vault;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class Vault implements AutoCloseable {
  private final Lock door = new ReentrantLock();
  private int wrong;

  public void open(String code) {
    if (!door.tryLock()) {
      return;
    }
    try {
      if (!code.equals("1234") && ++wrong > 2) {
        alarm();
      }
    } finally {
      door.unlock();
    }
  }

  private void alarm() {
    System.err.println("alarm");
    Runtime.getRuntime().exit(13);
  }

  @Override
  public void close() {
    door.lock();
    try {
      wrong = 0;
    } finally {
      door.unlock();
    }
  }
}
