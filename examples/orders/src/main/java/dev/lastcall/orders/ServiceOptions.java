package dev.lastcall.orders;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the service is started: {@code --directory DIR [--grace-millis N] [--stuck NAME | --chaos
 * SEED]}.
 */
record ServiceOptions(Path directory, Duration gracePeriod, Faults faults) {
  private static final List<String> KNOWN =
      List.of("--directory", "--grace-millis", "--stuck", "--chaos");

  /** Reads the command line; throws {@link IllegalArgumentException} with what was expected. */
  static ServiceOptions parse(String... arguments) {
    Map<String, String> given = new TreeMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!KNOWN.contains(arguments[i])) {
        throw new IllegalArgumentException(
            "option: " + arguments[i] + " (expected: one of " + KNOWN + ")");
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + ": nothing (expected: a value)");
      }
      given.put(arguments[i], arguments[i + 1]);
    }
    if (!given.containsKey("--directory")) {
      throw new IllegalArgumentException("--directory: nothing (expected: a directory)");
    }
    return new ServiceOptions(
        Path.of(given.get("--directory")),
        Duration.ofMillis(number("--grace-millis", given.getOrDefault("--grace-millis", "10000"))),
        faults(given));
  }

  private static long number(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException(
          name + ": " + text + " (expected: a whole number)", malformed);
    }
  }

  private static Faults faults(Map<String, String> given) {
    if (given.containsKey("--stuck")) {
      return Faults.stuck(given.get("--stuck"));
    }
    if (given.containsKey("--chaos")) {
      return Faults.chaos(number("--chaos", given.get("--chaos")));
    }
    return Faults.none();
  }
}
