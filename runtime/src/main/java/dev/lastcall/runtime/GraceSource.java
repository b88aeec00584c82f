package dev.lastcall.runtime;

import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import java.util.Optional;
import java.util.function.Consumer;

/** One place where the length of the grace period may be written down. */
@FunctionalInterface
interface GraceSource {
  /**
   * Looks there.
   *
   * @param surroundings where to look
   * @param findings told of a value that is there and cannot be read
   * @return empty if nothing readable is there
   */
  Optional<GracePeriod> find(Surroundings surroundings, Consumer<Finding> findings);

  /** Reads a value that was found, or says what is wrong with it. */
  static Optional<GracePeriod> read(String value, String source, Consumer<Finding> findings) {
    Optional<GracePeriod> period =
        DurationText.parse(value).map(length -> new GracePeriod(length, source));
    if (period.isEmpty()) {
      findings.accept(
          new Finding(
              "grace-period-unreadable",
              Finding.Severity.WARNING,
              source + ": \"" + value + "\" (expected: a duration such as 30s, PT30S or 30)",
              "correct the value; until then the next source is used"));
    }
    return period;
  }
}
