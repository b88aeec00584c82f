package dev.lastcall.api;

import java.time.Duration;

/**
 * How long the platform lets the process take to end, and where that is known from.
 *
 * @param length above zero
 * @param source where the length was found, in words for a person
 */
public record GracePeriod(Duration length, String source) {
  /** The length where nothing else is known, Kubernetes' own default. */
  public static final Duration DEFAULT_LENGTH = Duration.ofSeconds(30);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the length is not above zero or a value is null
   */
  public GracePeriod {
    Arguments.positive("gracePeriod", length);
    Arguments.given("source", source);
  }
}
