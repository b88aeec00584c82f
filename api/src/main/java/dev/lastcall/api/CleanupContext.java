package dev.lastcall.api;

/**
 * What a running cleanup is told: its name, how long it may take and on whose behalf it was
 * registered.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name under which the cleanup was registered
 * @param deadline the point at which it is interrupted; what is left only ever shrinks
 * @param traceId the trace of the code that registered the cleanup, empty if there was none
 */
public record CleanupContext(String name, Deadline deadline, String traceId) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value is null
   */
  public CleanupContext {
    Arguments.given("name", name);
    Arguments.given("deadline", deadline);
    Arguments.given("traceId", traceId);
  }
}
