package dev.lastcall.flush;

import dev.lastcall.api.Arguments;
import java.time.Duration;
import java.util.List;

/**
 * The slice at the end of the grace period that no cleanup may spend, and what it is made of.
 *
 * <p>Immutable and thread-safe.
 *
 * @param length the whole slice, {@code flush} and the JVM's own death together; above zero
 * @param flush the part in which targets are flushed; above zero, at most {@code length}
 * @param reasons one part each, in words, such as {@code 100 ms: flush}
 */
public record Reserve(Duration length, Duration flush, List<String> reasons) {
  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException if a value is null, a duration is not above zero, or {@code
   *     flush} is longer than {@code length}
   */
  public Reserve {
    Arguments.positive("length", length);
    Arguments.positive("flush", flush);
    if (flush.compareTo(length) > 0) {
      throw Arguments.refusal("flush", flush, "<= " + length + ", the whole reserve");
    }
    reasons = List.copyOf(Arguments.given("reasons", reasons));
  }
}
