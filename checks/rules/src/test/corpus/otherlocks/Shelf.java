package com.acme.shelf;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class Shelf {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private int books;

  public int count() {
    lock.readLock().lock();
    try {
      return books;
    } finally {
      lock.writeLock().unlock();
    }
  }

  public void add() {
    lock.writeLock().lock();
    try {
      books++;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
