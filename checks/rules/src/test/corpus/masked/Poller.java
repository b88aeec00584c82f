package com.example.poller;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class Poller {
  private int polled;

  void pollAll(List<Runnable> sources) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      sources.forEach(pool::execute);
    } finally {
      pool.shutdown();
      if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    }
  }

  boolean drain(Iterator<Runnable> sources) {
    try {
      while (sources.hasNext()) {
        sources.next().run();
        polled++;
      }
    } catch (IllegalStateException e) {
      return false;
    } finally {
      for (int i = 0; i < polled; i++) {
        if (i > 10) {
          break;
        }
        System.out.println(i);
      }
      switch (polled) {
        case 0:
          System.out.println("nothing");
          break;
        default:
          System.out.println(polled);
      }
    }
    return true;
  }
}
