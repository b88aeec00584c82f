package dev.lastcall.api;

/**
 * Something a person should know about this process's exit, found at start-up or during the exit.
 *
 * @param id a stable name for machines, such as {@code plan-exceeds-grace-period}
 * @param severity how much it matters
 * @param message what was found
 * @param advice what to do about it
 */
public record Finding(String id, Severity severity, String message, String advice) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value is null or the id is not a name
   */
  public Finding {
    Arguments.nameOf("id", id);
    Arguments.given("severity", severity);
    Arguments.given("message", message);
    Arguments.given("advice", advice);
  }

  /** How much a finding matters. */
  public enum Severity {
    /** Worth knowing. */
    INFO,
    /** The exit may not go as planned. */
    WARNING,
    /** The exit will not go as planned. */
    ERROR
  }
}
