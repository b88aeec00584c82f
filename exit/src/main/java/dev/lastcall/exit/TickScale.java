package dev.lastcall.exit;

import dev.lastcall.api.Deadline;
import java.time.Duration;

/**
 * The length of a tick, the unit in which the room keeps times, so that each fits an {@code int}.
 *
 * <p>A tick is a power of two of nanoseconds, just so long that the time of a whole exit is below
 * 2^29 ticks: 64 ns for 25 s. Immutable and thread-safe.
 *
 * @param shift the power of two
 */
record TickScale(int shift) {
  private static final int BITS = 29;

  /** Returns the scale in which the longest time of an exit stays below 2^29 ticks. */
  static TickScale spanning(Duration longest) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(Deadline.nanosOf(longest));
    return new TickScale(Math.max(0, bits - BITS));
  }

  /** Returns the whole ticks in a time, 0 for a negative one, cut to the largest {@code int}. */
  int ticks(long nanos) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, nanos >> shift));
  }

  /** Returns the whole ticks in a bound, at least one, so that no cleanup counts as free. */
  int boundTicks(Duration bound) {
    return Math.max(1, ticks(Deadline.nanosOf(bound)));
  }

  /** Returns the nanoseconds in a number of ticks. */
  long nanos(long ticks) {
    return ticks << shift;
  }

  /** Returns the time of a number of ticks. */
  Duration duration(long ticks) {
    return Duration.ofNanos(nanos(ticks));
  }
}
