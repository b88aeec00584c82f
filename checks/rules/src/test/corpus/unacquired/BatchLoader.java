package com.example.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class BatchLoader {
  List<String> load(List<Callable<String>> parts) throws Exception {
    ExecutorService pool = null;
    try {
      pool = Executors.newFixedThreadPool(parts.size());
      List<String> loaded = new ArrayList<>();
      for (Future<String> part : pool.invokeAll(parts)) {
        loaded.add(part.get());
      }
      return loaded;
    } finally {
      pool.shutdownNow();
    }
  }

  String first(List<Callable<String>> parts) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Future<String> running = null;
    try {
      running = pool.submit(parts.get(0));
      return running.get();
    } finally {
      if (running == null) {
        System.err.println("not submitted");
      } else {
        running.cancel(true);
      }
      pool.shutdownNow();
    }
  }
}
