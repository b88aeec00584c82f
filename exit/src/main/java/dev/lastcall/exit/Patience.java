package dev.lastcall.exit;

import dev.lastcall.defer.BoundedWork;

/**
 * How long an interrupted cleanup is waited for, in ticks: a tenth of its bound, but no less and no
 * more than {@link BoundedWork#patienceNanos} says.
 *
 * @param shortest the patience after the shortest bounds
 * @param longest the patience after the longest bounds
 */
record Patience(int shortest, int longest) {
  private static final long SHORTEST_NANOS = BoundedWork.patienceNanos(0);
  private static final long LONGEST_NANOS = BoundedWork.patienceNanos(Long.MAX_VALUE);
  private static final int SHARE = 10;

  static Patience in(TickScale scale) {
    return new Patience(scale.ticks(SHORTEST_NANOS), scale.ticks(LONGEST_NANOS));
  }

  /**
   * Returns what a cleanup may take in all: its bound and the patience; nothing without a bound.
   */
  long need(int bound) {
    return bound == 0 ? 0 : bound + Math.max(shortest, Math.min(longest, (long) bound / SHARE));
  }

  /** Returns the bound that, with the patience after it, fills a time. */
  long boundWithin(long time) {
    if (time >= (long) longest * (SHARE + 1)) {
      return time - longest;
    }
    if (time >= (long) shortest * (SHARE + 1)) {
      return time * SHARE / (SHARE + 1);
    }
    return Math.max(time - shortest, time / 2);
  }
}
