package com.example.session;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

public class SessionTable {
  private final ReentrantLock mutex = new ReentrantLock();
  private final Map<String, Long> lastSeen = new TreeMap<>();

  public void touch(String id, long now) {
    mutex.lock();
    try {
      Long seen = lastSeen.get(id);
      if (seen != null && seen >= now) {
        mutex.unlock();
        return;
      }
      lastSeen.put(id, now);
    } finally {
      mutex.unlock();
    }
  }

  public int expire(long before) {
    mutex.lock();
    try {
      int size = lastSeen.size();
      lastSeen.values().removeIf(seen -> seen < before);
      return size - lastSeen.size();
    } finally {
      mutex.unlock();
    }
  }
}
