package com.acme.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

public final class HookRegistry {
  private static final Map<String, Callable<?>> ACTIONS = new LinkedHashMap<>();

  private HookRegistry() {}

  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(HookRegistry::fire));
    ACTIONS.put("bye", () -> {
      System.err.println("bye");
      return null;
    });
    ACTIONS.put("args", () -> String.join(" ", args));
  }

  private static void fire() {
    ACTIONS.forEach(HookRegistry::one);
  }

  private static void one(String name, Callable<?> action) {
    try {
      Object result = action.call();
      if (result instanceof Future<?> future) {
        future.get(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      System.err.println(name + ": " + e);
    }
  }
}
