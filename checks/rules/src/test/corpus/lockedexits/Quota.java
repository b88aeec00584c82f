package com.acme.quota;

import java.util.HashMap;
import java.util.Map;

public class Quota {
  private final Map<String, Integer> used = new HashMap<>();

  public Quota() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      synchronized (used) {
        System.err.println(used);
      }
    }));
  }

  public void take(String tenant) {
    synchronized (used) {
      used.merge(tenant, 1, (a, b) -> {
        if (a + b > 1_000) {
          exceeded(tenant);
        }
        return a + b;
      });
    }
  }

  private static void exceeded(String tenant) {
    System.err.println("quota of " + tenant);
    System.exit(1);
  }
}
