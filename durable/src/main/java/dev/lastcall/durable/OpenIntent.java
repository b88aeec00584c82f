package dev.lastcall.durable;

import java.time.Instant;

/**
 * An intent that is not cleaned up yet, as it stands now. Immutable and thread-safe.
 *
 * @param handler the name of the handler
 * @param text the payload as text
 * @param idempotencyKey its key
 * @param traceId of the code that deferred it, empty if none
 * @param registeredAt when it was deferred
 * @param attempts how many attempts have begun
 * @param lastOutcome the word of the last outcome; empty before the first attempt, {@code
 *     interrupted} if the process died in it or it still runs
 * @param lastCause what went wrong, empty if nothing did
 */
public record OpenIntent(
    String handler,
    String text,
    String idempotencyKey,
    String traceId,
    Instant registeredAt,
    int attempts,
    String lastOutcome,
    String lastCause) {
  static OpenIntent of(IntentState state) {
    Intent intent = state.intent();
    Progress progress = state.progress();
    return new OpenIntent(
        intent.handler(),
        intent.payload().text(),
        intent.key(),
        intent.traceId(),
        intent.registeredAt(),
        progress.attempts(),
        progress.lastOutcome(),
        progress.lastCause());
  }
}
