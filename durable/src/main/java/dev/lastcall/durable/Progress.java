package dev.lastcall.durable;

import java.time.Instant;

/**
 * What has been tried for an intent.
 *
 * @param attempts how many were begun; those that could not be started do not count
 * @param lastAt when the last one began or ended, or when the intent was registered
 * @param lastOutcome its outcome in one word, {@value #NONE} before the first, {@value
 *     #INTERRUPTED} if the process died in it
 * @param lastCause what went wrong, empty if nothing did
 */
record Progress(int attempts, Instant lastAt, String lastOutcome, String lastCause) {
  static final String NONE = "";
  static final String INTERRUPTED = "interrupted";

  static Progress none(Instant registeredAt) {
    return new Progress(0, registeredAt, NONE, "");
  }

  Progress begun(int attempt, Instant at) {
    return new Progress(Math.max(attempts, attempt), at, INTERRUPTED, "");
  }

  /** An attempt that was not started is taken back. */
  Progress ended(int attempt, Instant at, String outcome, String cause) {
    int counted = outcome.equals("skipped") ? attempt - 1 : attempt;
    return new Progress(counted, at, outcome, cause);
  }
}
