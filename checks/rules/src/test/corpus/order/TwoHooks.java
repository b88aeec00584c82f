package com.example.hooks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class TwoHooks {
  interface Store extends AutoCloseable {
    void put(String key, String value);

    @Override
    void close();
  }

  private final Store store;
  private final ExecutorService flusher = Executors.newSingleThreadExecutor();

  public TwoHooks(Store store) {
    this.store = store;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      store.close();
    }));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      flusher.shutdown();
      try {
        if (!flusher.awaitTermination(3, TimeUnit.SECONDS)) {
          System.err.println("flusher: abandoned");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }));
  }

  public void put(String key, String value) {
    flusher.execute(() -> store.put(key, value));
  }
}
