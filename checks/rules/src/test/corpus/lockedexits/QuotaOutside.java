package com.acme.quota;

import java.util.HashMap;
import java.util.Map;

public class QuotaOutside {
  private final Map<String, Integer> used = new HashMap<>();

  public QuotaOutside() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      synchronized (used) {
        System.err.println(used);
      }
    }));
  }

  public void take(String tenant) {
    int now;
    synchronized (used) {
      now = used.merge(tenant, 1, Integer::sum);
    }
    if (now > 1_000) {
      System.exit(1);
    }
  }
}
