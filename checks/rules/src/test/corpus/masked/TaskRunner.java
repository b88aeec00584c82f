package com.example.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class TaskRunner {
  private final List<String> log = new ArrayList<>();

  <T> List<T> runAll(List<Callable<T>> tasks) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<T> results = new ArrayList<>();
    try {
      for (var future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
      log.add("done");
    }
  }

  void deferred(List<Runnable> undo, Runnable work) {
    try {
      work.run();
    } finally {
      undo.add(() -> {
        throw new IllegalStateException("undone twice");
      });
      for (Runnable step : undo) {
        if (step == null) {
          continue;
        }
        log.add(step.toString());
      }
    }
  }

  int quiet(Callable<Integer> work, AutoCloseable resource) {
    try {
      return work.call();
    } catch (Exception e) {
      log.add(e.toString());
      return -1;
    } finally {
      try {
        resource.close();
      } catch (Exception e) {
        log.add(e.toString());
      }
    }
  }
}
