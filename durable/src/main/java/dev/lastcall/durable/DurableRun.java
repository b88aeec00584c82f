package dev.lastcall.durable;

import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt at a durable cleanup, after it; for audit, metrics and logs. Immutable and
 * thread-safe.
 *
 * @param handler the name of the handler
 * @param text the payload as text
 * @param idempotencyKey the same for every attempt at one intent
 * @param traceId of the code that deferred it, empty if none
 * @param registeredAt when it was deferred
 * @param attempt its number, from 1, counted over restarts
 * @param beganAt when the attempt began, by the wall clock
 * @param outcome how it ended
 * @param standing what has become of the intent
 * @param audit the identity of the handler, empty if it has none
 */
public record DurableRun(
    String handler,
    String text,
    String idempotencyKey,
    String traceId,
    Instant registeredAt,
    int attempt,
    Instant beganAt,
    Outcome outcome,
    Standing standing,
    Optional<AuditIdentity> audit) {
  /** What has become of an intent after an attempt. */
  public enum Standing {
    /** It is cleaned up. */
    DONE,
    /** It is open and will be tried again, by this process or the next. */
    OPEN,
    /** It is in the dead-letter file and will not be tried again. */
    DEAD_LETTERED
  }
}
