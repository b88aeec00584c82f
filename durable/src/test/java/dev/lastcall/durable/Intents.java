package dev.lastcall.durable;

import dev.lastcall.durable.IntentRecord.AttemptBegan;
import dev.lastcall.durable.IntentRecord.AttemptEnded;
import dev.lastcall.durable.IntentRecord.Closed;
import dev.lastcall.durable.IntentRecord.Closure;
import dev.lastcall.durable.IntentRecord.Registered;
import java.time.Instant;

/** Intents and records for tests. */
final class Intents {
  static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  private Intents() {}

  static Intent intent(long number) {
    Payload payload = Payload.of("orders/" + number);
    return new Intent("key-" + number, number, "release-lease", payload, "trace", NOON);
  }

  static Registered registered(long number) {
    return new Registered(intent(number), Progress.none(NOON));
  }

  static Registered carried(long number, int attempts) {
    return new Registered(intent(number), new Progress(attempts, 0, NOON, "failed", "down"));
  }

  static AttemptBegan began(long number, int attempt) {
    return new AttemptBegan("key-" + number, attempt, NOON.plusSeconds(attempt));
  }

  static AttemptEnded failed(long number, int attempt) {
    return new AttemptEnded(
        "key-" + number, attempt, NOON.plusSeconds(attempt), true, "failed", "down");
  }

  static AttemptEnded skipped(long number, int attempt) {
    return new AttemptEnded("key-" + number, attempt, NOON, false, "skipped", "no thread");
  }

  static Closed closed(long number, Closure closure) {
    return new Closed("key-" + number, closure);
  }
}
