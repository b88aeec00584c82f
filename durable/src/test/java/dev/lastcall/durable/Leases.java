package dev.lastcall.durable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Leases outside the process, and what a handler was called with. Thread-safe. */
final class Leases implements DurableHandler {
  private final Set<String> taken = new TreeSet<>();
  private final List<String> released = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<Integer> attempts = new ArrayList<>();
  private int failures;

  synchronized void take(String name) {
    taken.add(name);
  }

  /** The next so many releases fail. */
  synchronized Leases failing(int times) {
    failures = times;
    return this;
  }

  @Override
  public synchronized void clean(DurableIntent intent) throws IOException {
    released.add(intent.text());
    keys.add(intent.idempotencyKey());
    attempts.add(intent.attempt());
    if (failures > 0) {
      failures--;
      throw new IOException("lease server is down");
    }
    taken.remove(intent.text());
  }

  synchronized Set<String> taken() {
    return new TreeSet<>(taken);
  }

  /** What was released, in order. */
  synchronized List<String> released() {
    return List.copyOf(released);
  }

  synchronized List<String> keys() {
    return List.copyOf(keys);
  }

  synchronized List<Integer> attempts() {
    return List.copyOf(attempts);
  }
}
