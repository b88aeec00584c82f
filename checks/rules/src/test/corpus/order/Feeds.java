package com.acme.feeds;

import org.springframework.beans.factory.DisposableBean;

public class Feeds implements DisposableBean {
  static final class Store implements AutoCloseable {
    void put(String line) {
      System.out.println(line);
    }

    @Override
    public void close() {
      System.out.println("store closed");
    }
  }

  static final class Cache implements AutoCloseable {
    private final Store store;

    Cache(Store store) {
      this.store = store;
    }

    @Override
    public void close() {
      store.put("last");
    }
  }

  private final Store store = new Store();
  private final Cache cache = new Cache(store);

  @Override
  public void destroy() {
    store.close();
    cache.close();
  }
}
