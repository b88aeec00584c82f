package com.acme.lookup;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

public class Lookup implements AutoCloseable {
  private final Map<String, Supplier<AutoCloseable>> parts = new ConcurrentHashMap<>();
  private final AtomicLong hits = new AtomicLong();
  private final ThreadLocal<String> user = ThreadLocal.withInitial(() -> "nobody");

  @Override
  public void close() throws Exception {
    AutoCloseable index = parts.get("index").get();
    Optional<AutoCloseable> cache = Optional.of(parts.get("cache").get());
    try (AutoCloseable first = cache.get(); AutoCloseable second = index) {
      System.err.println(hits.get() + user.get() + String.join(",", parts.keySet()));
    }
  }
}
