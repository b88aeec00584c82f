package dev.lastcall.journal;

import dev.lastcall.api.Deadline.Ticker;
import java.util.function.LongSupplier;

/**
 * Both clocks as they were about a millisecond ago, because reading them costs twice what an append
 * costs.
 *
 * <p>While it is awake somebody calls {@link #tick()} about each millisecond. While it sleeps it
 * reads the real clocks. Thread-safe.
 */
final class CoarseClock {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int DENSE = 64;

  private final Ticker ticker;
  private final LongSupplier wallMillis;
  private volatile boolean awake;
  private long monotonicNanos;
  private long wallNanos;
  private long lastReading;
  private int dense;

  CoarseClock(Ticker ticker, LongSupplier wallMillis) {
    this.ticker = ticker;
    this.wallMillis = wallMillis;
  }

  long monotonicNanos() {
    return awake ? monotonicNanos : ticker.nanos();
  }

  long wallNanos() {
    return awake ? wallNanos : wallMillis.getAsLong() * NANOS_PER_MILLI;
  }

  /** Whether readings come so densely that it had better be woken; called for one of many. */
  boolean shouldWake(long monotonic) {
    if (awake) {
      return false;
    }
    dense = monotonic - lastReading < NANOS_PER_MILLI ? dense + 1 : 0;
    lastReading = monotonic;
    return dense >= DENSE;
  }

  void tick() {
    monotonicNanos = ticker.nanos();
    wallNanos = wallMillis.getAsLong() * NANOS_PER_MILLI;
    dense = 0;
    awake = true;
  }

  void tickIfAwake() {
    if (awake) {
      tick();
    }
  }

  void sleep() {
    awake = false;
  }
}
