package com.acme.billing;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class BillingAwaited {
  private final Map<String, ExecutorService> byRegion = new ConcurrentHashMap<>();

  public void charge(String region, Runnable charge) {
    byRegion.computeIfAbsent(region, r -> Executors.newSingleThreadExecutor()).execute(charge);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    byRegion.values().forEach(ExecutorService::shutdown);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    for (Map.Entry<String, ExecutorService> each : byRegion.entrySet()) {
      if (!each.getValue().awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        System.err.println(each.getKey() + " left " + each.getValue().shutdownNow().size());
      }
    }
  }
}
