package dev.lastcall.page;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How durations are spread: each percentile is one of them, the least that so many are not above
 * (the nearest rank). Immutable and thread-safe.
 *
 * @param count how many there are
 * @param p25 a quarter is not above it
 * @param p50 half are not above it
 * @param p75 three quarters are not above it
 * @param p95 95 % are not above it
 * @param p99 99 % are not above it
 * @param max the longest
 */
public record Spread(
    int count, Duration p25, Duration p50, Duration p75, Duration p95, Duration p99, Duration max) {
  /**
   * Returns the spread of some durations.
   *
   * @param durations in any order; of none, all is zero
   * @return the spread
   */
  public static Spread of(Collection<Duration> durations) {
    List<Duration> sorted = durations.stream().sorted().toList();
    return new Spread(
        sorted.size(),
        rank(sorted, 25),
        rank(sorted, 50),
        rank(sorted, 75),
        rank(sorted, 95),
        rank(sorted, 99),
        rank(sorted, 100));
  }

  private static Duration rank(List<Duration> sorted, int percent) {
    if (sorted.isEmpty()) {
      return Duration.ZERO;
    }
    return sorted.get((int) (((long) percent * sorted.size() + 99) / 100) - 1);
  }

  /**
   * Returns the limit above which a value lies far out: three times the distance between the
   * quarters above the upper one (Tukey, "Exploratory Data Analysis", 1977), and twice the median
   * at least, so that a few milliseconds more are never called far.
   */
  Duration farOut() {
    Duration fence = p75.plus(p75.minus(p25).multipliedBy(3));
    Duration twice = p50.multipliedBy(2);
    return fence.compareTo(twice) > 0 ? fence : twice;
  }
}
