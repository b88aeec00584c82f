package dev.lastcall.runtime;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads durations as people write them: {@code 30}, {@code 30s}, {@code 1min 30s}, {@code PT30S}.
 *
 * <p>A bare number is seconds; the units are those of systemd.time(7). Stateless and thread-safe.
 */
final class DurationText {
  private static final Pattern PART = Pattern.compile("(\\d{1,12})\\s*([a-z]*)\\s*");
  private static final Map<String, Duration> UNITS =
      Map.ofEntries(
          Map.entry("", Duration.ofSeconds(1)),
          Map.entry("us", Duration.ofNanos(1000)),
          Map.entry("ms", Duration.ofMillis(1)),
          Map.entry("s", Duration.ofSeconds(1)),
          Map.entry("sec", Duration.ofSeconds(1)),
          Map.entry("second", Duration.ofSeconds(1)),
          Map.entry("seconds", Duration.ofSeconds(1)),
          Map.entry("m", Duration.ofMinutes(1)),
          Map.entry("min", Duration.ofMinutes(1)),
          Map.entry("minute", Duration.ofMinutes(1)),
          Map.entry("minutes", Duration.ofMinutes(1)),
          Map.entry("h", Duration.ofHours(1)),
          Map.entry("hr", Duration.ofHours(1)),
          Map.entry("hour", Duration.ofHours(1)),
          Map.entry("hours", Duration.ofHours(1)));

  private DurationText() {}

  /** Returns the duration; empty if the text is none or it is not above zero. */
  static Optional<Duration> parse(String text) {
    String trimmed = text.strip();
    try {
      Duration duration =
          trimmed.regionMatches(true, 0, "P", 0, 1) ? Duration.parse(trimmed) : sum(trimmed);
      return duration.isNegative() || duration.isZero() ? Optional.empty() : Optional.of(duration);
    } catch (DateTimeParseException | ArithmeticException unreadable) {
      return Optional.empty();
    }
  }

  private static Duration sum(String text) {
    Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT));
    Duration sum = Duration.ZERO;
    int end = 0;
    while (end < text.length() && part.find(end) && part.start() == end) {
      Duration unit = UNITS.get(part.group(2));
      if (unit == null) {
        return Duration.ZERO;
      }
      sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
      end = part.end();
    }
    return end == text.length() ? sum : Duration.ZERO;
  }
}
