package com.acme.tenant;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class TenantPoolsOnce {
  private final Map<Integer, ExecutorService> pools = new ConcurrentHashMap<>();

  public TenantPoolsOnce() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> pools.values().forEach(ExecutorService::shutdownNow)));
  }

  public void start(int tenants) {
    for (int tenant = 0; tenant < tenants; tenant++) {
      pools.computeIfAbsent(tenant, key -> Executors.newFixedThreadPool(2));
    }
  }
}
