package com.example.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class CatalogIndex {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, String> titles = new HashMap<>();

  public String title(String isbn) {
    lock.readLock().lock();
    try {
      return titles.get(isbn);
    } finally {
      lock.writeLock().unlock();
    }
  }

  public void put(String isbn, String title) {
    lock.writeLock().lock();
    try {
      titles.put(isbn, title);
    } finally {
      lock.writeLock().unlock();
    }
  }
}
