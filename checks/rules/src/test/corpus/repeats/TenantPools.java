package com.acme.tenant;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

public class TenantPools {
  private final Map<Integer, ExecutorService> pools = new ConcurrentHashMap<>();

  public void start(int tenants) {
    IntStream.range(0, tenants).forEach(tenant -> {
      ExecutorService pool = Executors.newFixedThreadPool(2);
      pools.put(tenant, pool);
      onExit(pool::shutdownNow);
    });
  }

  private static void onExit(Runnable action) {
    Runtime.getRuntime().addShutdownHook(new Thread(action));
  }
}
