package dev.lastcall.source;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Units of time as source code spells them. */
final class TimeUnits {
  private TimeUnits() {}

  /**
   * {@return the length of a unit of {@code TimeUnit} or {@code ChronoUnit}, such as {@code
   * SECONDS} or {@code MILLIS}}
   */
  static Optional<Duration> named(String name) {
    for (TimeUnit unit : TimeUnit.values()) {
      if (unit.name().equals(name)) {
        return Optional.of(unit.toChronoUnit().getDuration());
      }
    }
    for (ChronoUnit unit : ChronoUnit.values()) {
      if (unit.name().equals(name)) {
        return Optional.of(unit.getDuration());
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the unit in a method's name behind one of the prefixes: seconds for {@code ofSeconds}}
   */
  static Optional<Duration> behind(String method, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (method.startsWith(prefix)) {
        return named(method.substring(prefix.length()).toUpperCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }
}
