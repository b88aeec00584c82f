package dev.lastcall.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: {@code 30}, {@code 30s}, {@code 500ms}, {@code PT30S}. */
final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "", Duration.ofSeconds(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  @Override
  public Duration convert(String text) {
    Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (form.matches()) {
      return UNITS
          .getOrDefault(form.group(2), Duration.ZERO)
          .multipliedBy(Long.parseLong(form.group(1)));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw new TypeConversionException("'" + text + "' (expected: 30s, 500ms, 2m, PT30S, …)");
    }
  }
}
