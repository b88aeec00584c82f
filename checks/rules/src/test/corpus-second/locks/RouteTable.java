package net.routes;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class RouteTable {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Map<String, String> routes = new TreeMap<>();

  public String lookup(String prefix) {
    rw.readLock().lock();
    try {
      return routes.get(prefix);
    } finally {
      rw.readLock().unlock();
    }
  }

  public int size() {
    rw.readLock().lock();
    try {
      return routes.size();
    } finally {
      rw.writeLock().unlock();
    }
  }

  public void put(String prefix, String gateway) {
    rw.writeLock().lock();
    try {
      routes.put(prefix, gateway);
    } finally {
      rw.writeLock().unlock();
    }
  }
}
