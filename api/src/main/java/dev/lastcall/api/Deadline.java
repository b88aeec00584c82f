package dev.lastcall.api;

import java.time.Duration;

/**
 * A point in monotonic time before which work has to end; it is handed down and never extended.
 *
 * <p>A deadline is not a duration: two calls that share one deadline share the time that is left.
 * The wall clock may jump without moving it. Immutable and thread-safe. The same shape as gRPC's
 * {@code Deadline}.
 */
public final class Deadline implements Comparable<Deadline> {
  /**
   * Durations above this many nanoseconds (146 years) are cut to it, so that sums never overflow.
   */
  private static final long LONGEST_NANOS = Long.MAX_VALUE / 2;

  private final Ticker ticker;
  private final long atNanos;

  private Deadline(Ticker ticker, long atNanos) {
    this.ticker = ticker;
    this.atNanos = atNanos;
  }

  /**
   * Returns the deadline that lies a timeout from now on the system's monotonic clock.
   *
   * @param timeout zero or more
   * @return the deadline
   * @throws IllegalArgumentException if the timeout is null or negative
   */
  public static Deadline after(Duration timeout) {
    return after(timeout, Ticker.system());
  }

  /**
   * Returns the deadline that lies a timeout from now on a given clock.
   *
   * @param timeout zero or more
   * @param ticker the clock that the deadline will be read against
   * @return the deadline
   * @throws IllegalArgumentException if an argument is null or the timeout is negative
   */
  public static Deadline after(Duration timeout, Ticker ticker) {
    long nanos = nanosOf(Arguments.notNegative("timeout", timeout));
    return new Deadline(ticker, Arguments.given("ticker", ticker).nanos() + nanos);
  }

  /**
   * Returns the deadline at a reading of a clock.
   *
   * @param atNanos the reading, in nanoseconds, of {@code ticker}
   * @param ticker the clock
   * @return the deadline
   */
  public static Deadline at(long atNanos, Ticker ticker) {
    return new Deadline(Arguments.given("ticker", ticker), atNanos);
  }

  /**
   * Returns the nanoseconds of a duration, cut to 146 years instead of overflowing.
   *
   * @param duration zero or more
   * @return its nanoseconds
   */
  public static long nanosOf(Duration duration) {
    return duration.toSeconds() >= LONGEST_NANOS / 1_000_000_000L
        ? LONGEST_NANOS
        : duration.toNanos();
  }

  /**
   * Returns what is left, never negative.
   *
   * @return the time until the deadline, zero once it has passed
   */
  public Duration remaining() {
    return Duration.ofNanos(remainingNanos());
  }

  /**
   * Returns what is left in nanoseconds, never negative.
   *
   * @return nanoseconds until the deadline, 0 once it has passed
   */
  public long remainingNanos() {
    return Math.max(0, atNanos - ticker.nanos());
  }

  /**
   * Tells whether the deadline has passed.
   *
   * @return true from the deadline on
   */
  public boolean isExpired() {
    return remainingNanos() == 0;
  }

  /**
   * Returns the deadline for a part of the work: a timeout from now, but never later than this
   * deadline.
   *
   * @param timeout zero or more
   * @return the earlier of the two points
   * @throws IllegalArgumentException if the timeout is null or negative
   */
  public Deadline within(Duration timeout) {
    Deadline part = after(timeout, ticker);
    return compareTo(part) <= 0 ? this : part;
  }

  /**
   * Returns the deadline that keeps a slice at the end free for others.
   *
   * @param reserve zero or more
   * @return a deadline that lies {@code reserve} before this one
   * @throws IllegalArgumentException if the reserve is null or negative
   */
  public Deadline lessReserve(Duration reserve) {
    return new Deadline(ticker, atNanos - nanosOf(Arguments.notNegative("reserve", reserve)));
  }

  /**
   * Returns the reading of the clock at the deadline.
   *
   * @return nanoseconds of {@link #ticker()}
   */
  public long atNanos() {
    return atNanos;
  }

  /**
   * Returns the clock that the deadline is read against.
   *
   * @return the clock
   */
  public Ticker ticker() {
    return ticker;
  }

  /**
   * Orders deadlines of one clock by time.
   *
   * @throws IllegalArgumentException if the other deadline belongs to another clock
   */
  @Override
  public int compareTo(Deadline other) {
    if (ticker != other.ticker) {
      throw Arguments.refusal("deadline", other, "a deadline of the same ticker");
    }
    return Long.signum(atNanos - other.atNanos);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Deadline that && ticker == that.ticker && atNanos == that.atNanos;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(atNanos);
  }

  @Override
  public String toString() {
    return "in " + remaining();
  }

  /**
   * A monotonic clock: its readings never go back and have no relation to the time of day.
   *
   * <p>The system's is the default; tests bring one that they move by hand. Implementations are
   * thread-safe.
   */
  @FunctionalInterface
  public interface Ticker {
    /**
     * Reads the clock.
     *
     * @return nanoseconds since an arbitrary origin
     */
    long nanos();

    /**
     * Returns the clock of the machine, {@link System#nanoTime()}.
     *
     * @return always the same instance
     */
    static Ticker system() {
      return SystemTicker.INSTANCE;
    }
  }

  /** The only place that reads the machine's monotonic clock. */
  private enum SystemTicker implements Ticker {
    INSTANCE;

    @Override
    public long nanos() {
      return System.nanoTime();
    }
  }
}
