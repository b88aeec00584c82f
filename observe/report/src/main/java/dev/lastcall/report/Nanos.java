package dev.lastcall.report;

import dev.lastcall.api.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as nanoseconds, without overflow and without an exception for odd ones. */
final class Nanos {
  static final long PER_MILLI = 1_000_000L;
  static final long PER_SECOND = 1_000_000_000L;

  private Nanos() {}

  /**
   * Returns the nanoseconds of a duration.
   *
   * @return cut to 146 years in both directions; 0 for null
   */
  static long of(@Nullable Duration duration) {
    if (duration == null) {
      return 0;
    }
    if (!duration.isNegative()) {
      return Deadline.nanosOf(duration);
    }
    long seconds = Math.max(duration.getSeconds(), -Long.MAX_VALUE / 2 / PER_SECOND);
    return seconds * PER_SECOND + duration.getNano();
  }
}
