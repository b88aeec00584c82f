package dev.lastcall.durable;

import java.time.Instant;

/**
 * What was put on record before the outside resource was taken. Immutable and thread-safe.
 *
 * @param key its identity, and the idempotency key of every attempt
 * @param number one more than that of the intent before it, over restarts; newest first is highest
 *     first
 * @param handler the name of what cleans up
 * @param payload what to clean up, in the handler's own words
 * @param traceId of the code that deferred it, empty if none
 * @param registeredAt when, by the wall clock
 */
record Intent(
    String key,
    long number,
    String handler,
    Payload payload,
    String traceId,
    Instant registeredAt) {

  @Override
  public String toString() {
    return handler + " " + key;
  }
}
