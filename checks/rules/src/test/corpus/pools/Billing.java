package com.acme.billing;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Billing {
  private final Map<String, ExecutorService> byRegion = new ConcurrentHashMap<>();

  public void charge(String region, Runnable charge) {
    byRegion.computeIfAbsent(region, r -> Executors.newSingleThreadExecutor()).execute(charge);
  }

  @PreDestroy
  void stop() {
    byRegion.values().forEach(ExecutorService::shutdown);
  }
}
