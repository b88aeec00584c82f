package com.acme.barrier;

import java.util.StringJoiner;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public class Barrier {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition empty = lock.newCondition();
  private int inside;

  public Barrier() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::leaveAll));
  }

  private void leaveAll() {
    long left = 3_000_000_000L;
    lock.lock();
    try {
      while (inside > 0 && left > 0) {
        left = empty.awaitNanos(left);
      }
      System.err.println(new StringJoiner(",").add("inside").add(String.join("-", "" + inside)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  public void pass(Runnable work) throws InterruptedException {
    lock.lock();
    try {
      while (inside > 10) {
        empty.await();
      }
      inside++;
    } finally {
      lock.unlock();
    }
    work.run();
  }
}
