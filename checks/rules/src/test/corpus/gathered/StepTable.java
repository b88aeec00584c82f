package com.acme.steps;

import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

public class StepTable {
  private static final CountDownLatch SENT = new CountDownLatch(1);
  private static final List<Runnable> FIRST = List.of(StepTable::announce, StepTable::await);
  private final Map<String, Callable<Integer>> steps = new LinkedHashMap<>();
  private final Thread writer = new Thread(() -> System.out.println("writing"), "writer");

  public void begin() {
    writer.start();
    steps.put("writer", () -> {
      writer.join();
      return 0;
    });
  }

  public static void sent() {
    SENT.countDown();
  }

  @PreDestroy
  void end() {
    FIRST.forEach(Runnable::run);
    for (Map.Entry<String, Callable<Integer>> step : steps.entrySet()) {
      try {
        System.err.println(step.getKey() + " " + step.getValue().call());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        System.err.println(e.getMessage());
      }
    }
  }

  private static void announce() {
    System.err.println("ending");
  }

  private static void await() {
    try {
      SENT.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
