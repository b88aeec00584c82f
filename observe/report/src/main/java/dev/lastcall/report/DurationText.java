package dev.lastcall.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Durations for a person: three digits that matter and a unit, the same in every language setting.
 * Stateless and thread-safe.
 */
public final class DurationText {
  private static final long MILLIS_ONLY = 10_000;
  private static final long MINUTE = 60 * Nanos.PER_SECOND;

  private DurationText() {}

  /**
   * Returns {@code 0.04 ms}, {@code 3.2 ms}, {@code 312 ms}, {@code 2.41 s}, {@code 3 min 05 s}.
   *
   * @param duration any; zero for null
   * @return the text
   */
  public static String of(@Nullable Duration duration) {
    return of(Nanos.of(duration));
  }

  static String of(long nanos) {
    if (nanos < 0) {
      return "-" + of(-nanos);
    }
    if (nanos >= 2 * MINUTE) {
      long seconds = nanos / Nanos.PER_SECOND % 60;
      return nanos / MINUTE + " min " + (seconds < 10 ? "0" : "") + seconds + " s";
    }
    if (nanos >= 999_500_000L) {
      return rounded(nanos / 1_000) + " s";
    }
    return nanos >= MILLIS_ONLY * 1_000
        ? (nanos + Nanos.PER_MILLI / 2) / Nanos.PER_MILLI + " ms"
        : rounded(nanos) + " ms";
  }

  /** Returns a number of millionths with two decimals below 10, else one, without idle zeros. */
  private static String rounded(long millionths) {
    boolean small = millionths < 9_995_000;
    long hundredths = small ? (millionths + 5_000) / 10_000 : (millionths + 50_000) / 100_000 * 10;
    long whole = hundredths / 100;
    long rest = hundredths % 100;
    if (rest == 0) {
      return Long.toString(whole);
    }
    String decimals = rest % 10 == 0 ? Long.toString(rest / 10) : (rest < 10 ? "0" : "") + rest;
    return whole + "." + decimals;
  }
}
