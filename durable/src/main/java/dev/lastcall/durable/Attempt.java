package dev.lastcall.durable;

import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupContext;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.durable.DurableRun.Standing;
import dev.lastcall.durable.IntentRecord.AttemptEnded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt at one intent, as a cleanup. Thread-safe. */
final class Attempt implements Cleanup {
  private final Intent intent;
  private final DurableHandlers.Entry entry;
  private final int number;
  private final boolean isShort;
  private volatile @Nullable Deadline given;

  Attempt(Intent intent, DurableHandlers.Entry entry, int number, Deadline latest) {
    this.intent = intent;
    this.entry = entry;
    this.number = number;
    this.isShort = latest.remaining().compareTo(entry.spec().timeout()) < 0;
  }

  CleanupSpec spec() {
    return entry.spec();
  }

  @Override
  public void run(CleanupContext context) throws Exception {
    given = context.deadline();
    entry.handler().clean(new DurableIntent(intent, number, context.deadline()));
  }

  /** What is put on record of an attempt that did not succeed. */
  AttemptEnded ended(Instant at, Outcome outcome) {
    return new AttemptEnded(
        intent.key(), number, at, !isSpared(outcome), outcome.word(), causeOf(outcome));
  }

  /**
   * One that was not started, or had less than its bound and used all of that: a handler that is
   * cut short at every exit is not on its way to the dead letters.
   */
  private boolean isSpared(Outcome outcome) {
    Deadline until = given;
    return outcome instanceof Outcome.Skipped || (isShort && until != null && until.isExpired());
  }

  /** What the listener is told. */
  DurableRun run(Instant beganAt, Outcome outcome, Standing standing) {
    return new DurableRun(
        intent.handler(),
        intent.payload().text(),
        intent.key(),
        intent.traceId(),
        intent.registeredAt(),
        number,
        beganAt,
        outcome,
        standing,
        entry.spec().audit());
  }

  private static String causeOf(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return failed.cause().toString();
    }
    if (outcome instanceof Outcome.TimedOut late) {
      return "was at " + late.sample().place();
    }
    if (outcome instanceof Outcome.Abandoned left) {
      return "was at " + left.sample().place();
    }
    return outcome instanceof Outcome.Skipped skipped ? skipped.why() : "";
  }
}
