package dev.lastcall.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wall time in the form of RFC 3339, in UTC, to the millisecond.
 *
 * <p>Done by hand because the JDK's formatter loads some hundred classes when it is first used. The
 * civil date follows Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", function {@code
 * civil_from_days}. Stateless and thread-safe.
 */
public final class WallTime {
  private static final long DAY = 86_400;
  private static final long DAYS_OF_400_YEARS = 146_097;
  private static final long DAYS_FROM_MARCH_OF_YEAR_0 = 719_468;
  private static final long EARLIEST = -62_167_219_200L;
  private static final long LATEST = 253_402_300_799L;

  private WallTime() {}

  /**
   * Returns the text of a moment, such as {@code 2026-11-22T20:53:10.042Z}.
   *
   * @param moment any
   * @return its text; years outside 0 to 9999 are cut to them; the epoch for null
   */
  public static String of(@Nullable Instant moment) {
    Instant given = moment == null ? Instant.EPOCH : moment;
    long seconds = Math.max(EARLIEST, Math.min(LATEST, given.getEpochSecond()));
    StringBuilder text = new StringBuilder(24);
    date(Math.floorDiv(seconds, DAY), text);
    long ofDay = Math.floorMod(seconds, DAY);
    padded(text.append('T'), ofDay / 3_600, 2);
    padded(text.append(':'), ofDay / 60 % 60, 2);
    padded(text.append(':'), ofDay % 60, 2);
    padded(text.append('.'), given.getNano() / Nanos.PER_MILLI, 3);
    return text.append('Z').toString();
  }

  private static void date(long epochDay, StringBuilder text) {
    long day = epochDay + DAYS_FROM_MARCH_OF_YEAR_0;
    long era = Math.floorDiv(day, DAYS_OF_400_YEARS);
    long ofEra = Math.floorMod(day, DAYS_OF_400_YEARS);
    long yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long fromMarch = (5 * ofYear + 2) / 153;
    long month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    padded(text, yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4);
    padded(text.append('-'), month, 2);
    padded(text.append('-'), ofYear - (153 * fromMarch + 2) / 5 + 1, 2);
  }

  private static void padded(StringBuilder text, long value, int width) {
    String digits = Long.toString(value);
    for (int missing = digits.length(); missing < width; missing++) {
      text.append('0');
    }
    text.append(digits);
  }
}
