package dev.lastcall.durable;

import java.time.Instant;

/**
 * What has been tried for an intent.
 *
 * @param attempts how many were begun
 * @param spared how many of them do not count, because they were not started after all or were cut
 *     short by the end of something else than their own bound
 * @param lastAt when the last one began or ended, or when the intent was registered
 * @param lastOutcome its outcome in one word, {@value #NONE} before the first, {@value
 *     #INTERRUPTED} if the process died in it
 * @param lastCause what went wrong, empty if nothing did
 */
record Progress(int attempts, int spared, Instant lastAt, String lastOutcome, String lastCause) {
  static final String NONE = "";
  static final String INTERRUPTED = "interrupted";

  static Progress none(Instant registeredAt) {
    return new Progress(0, 0, registeredAt, NONE, "");
  }

  /** How many of the attempts that it has are used up. */
  int used() {
    return attempts - spared;
  }

  Progress begun(int attempt, Instant at) {
    return new Progress(Math.max(attempts, attempt), spared, at, INTERRUPTED, "");
  }

  Progress ended(int attempt, Instant at, boolean counts, String outcome, String cause) {
    int all = Math.max(attempts, attempt);
    return new Progress(all, counts ? spared : spared + 1, at, outcome, cause);
  }
}
