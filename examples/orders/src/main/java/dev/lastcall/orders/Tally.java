package dev.lastcall.orders;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the fate of every request. Thread-safe. */
final class Tally {
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final LongAdder answered = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder elsewhere = new LongAdder();

  /** Counts a request that was sent to the service. */
  void count(String id, Fate fate) {
    sent.add(id);
    switch (fate) {
      case ANSWERED -> {
        acknowledged.add(id);
        answered.increment();
      }
      case REFUSED -> refused.increment();
      case LOST -> lost.increment();
    }
  }

  /** Counts a request that was not sent to the service because it was not ready. */
  void countElsewhere() {
    elsewhere.increment();
  }

  /** The ids that the service acknowledged. */
  Set<String> acknowledged() {
    return new TreeSet<>(acknowledged);
  }

  /** The ids that were sent to the service, whatever became of them. */
  Set<String> sent() {
    return new TreeSet<>(sent);
  }

  Counts counts() {
    return new Counts(answered.sum(), refused.sum(), lost.sum(), elsewhere.sum());
  }

  /** One reading. */
  record Counts(long answered, long refused, long lost, long elsewhere) {
    long sent() {
      return answered + refused + lost;
    }
  }
}
