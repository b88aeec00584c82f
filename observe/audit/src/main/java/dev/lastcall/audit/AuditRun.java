package dev.lastcall.audit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.AuditIdentity;

/**
 * What is on record of a run before it begins.
 *
 * @param identity under which it is found again
 * @param cleanup the name of the cleanup, see {@link Arguments#nameOf}
 * @param attempt the how-manieth run of the same work it is, from 1
 * @param traceId the trace on whose behalf it runs, empty if none
 */
public record AuditRun(AuditIdentity identity, String cleanup, int attempt, String traceId) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value is null, the name is not one or the attempt is
   *     below 1
   */
  public AuditRun {
    Arguments.given("identity", identity);
    Arguments.nameOf("cleanup", cleanup);
    Arguments.between("attempt", attempt, 1, Integer.MAX_VALUE);
    Arguments.given("traceId", traceId);
  }

  /**
   * Returns a first attempt without a trace.
   *
   * @param identity under which it is found again
   * @param cleanup the name of the cleanup
   * @return the run
   * @throws IllegalArgumentException as the constructor
   */
  public static AuditRun of(AuditIdentity identity, String cleanup) {
    return new AuditRun(identity, cleanup, 1, "");
  }
}
