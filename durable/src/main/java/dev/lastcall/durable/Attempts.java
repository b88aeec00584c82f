package dev.lastcall.durable;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import dev.lastcall.defer.BoundedRunner;
import dev.lastcall.durable.DurableRun.Standing;
import dev.lastcall.durable.IntentRecord.Closure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Makes one attempt at an intent: on record before it begins, inside its bound, and on record with
 * its outcome. After the last one the intent becomes a dead letter. Thread-safe; nothing is thrown.
 */
final class Attempts {
  /** What a wait for a free cleanup thread may add to the bound of a handler. */
  private static final Duration QUEUEING = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final DurableHandlers handlers;
  private final BoundedRunner runner;
  private final Deadline.Ticker ticker;
  private final RetryPolicy policy;
  private final DeadLetters deadLetters;
  private final Consumer<DurableRun> listener;
  private final DurableFindings findings;

  Attempts(
      Ledger ledger,
      DurableHandlers handlers,
      BoundedRunner runner,
      Deadline.Ticker ticker,
      RetryPolicy policy,
      DeadLetters deadLetters,
      Consumer<DurableRun> listener,
      DurableFindings findings) {
    this.ledger = ledger;
    this.handlers = handlers;
    this.runner = runner;
    this.ticker = ticker;
    this.policy = policy;
    this.deadLetters = deadLetters;
    this.listener = listener;
    this.findings = findings;
  }

  RetryPolicy policy() {
    return policy;
  }

  /** Whether its handler is known; if not, that is a finding and the intent stays open. */
  boolean isKnown(TrackedIntent tracked) {
    String name = tracked.intent().handler();
    if (handlers.find(name) != null) {
      return true;
    }
    findings.addOnce("handler " + name, unknownHandler(name));
    return false;
  }

  /** One attempt inside the bound of its handler. */
  Outcome attempt(TrackedIntent tracked) {
    DurableHandlers.Entry entry = handlers.find(tracked.intent().handler());
    return entry == null
        ? new Outcome.Skipped("its handler is unknown")
        : attempt(tracked, Deadline.after(entry.spec().timeout().plus(QUEUEING), ticker));
  }

  /**
   * One attempt that ends before a deadline.
   *
   * @return how it ended; skipped if the intent was over, was being run, or has no attempt left
   */
  Outcome attempt(TrackedIntent tracked, Deadline latest) {
    DurableHandlers.Entry entry = handlers.find(tracked.intent().handler());
    if (entry == null || ledger.isClosed()) {
      String why = entry == null ? "its handler is unknown" : "durable cleanups are closed";
      return new Outcome.Skipped(why + "; it is left to the next start");
    }
    if (!tracked.claim()) {
      return new Outcome.Skipped("it is over, or being run");
    }
    try {
      if (isExhausted(tracked)) {
        buried(tracked, entry.spec(), true);
        return new Outcome.Skipped("all its attempts are used up");
      }
      return attempt(tracked, entry, latest);
    } finally {
      tracked.unclaim();
    }
  }

  private Outcome attempt(TrackedIntent tracked, DurableHandlers.Entry entry, Deadline latest) {
    Instant beganAt = ledger.clock().instant();
    int number = tracked.begin(ledger.log(), beganAt);
    Attempt attempt = new Attempt(tracked.intent(), entry, number, latest);
    Outcome outcome = run(attempt, tracked, latest);
    Standing standing = settle(tracked, attempt, outcome);
    tell(attempt, beganAt, outcome, standing);
    return outcome;
  }

  private Outcome run(Attempt attempt, TrackedIntent tracked, Deadline latest) {
    try {
      return runner.run(attempt.spec(), attempt, latest, tracked.trace());
    } catch (Throwable noMemory) {
      return new Outcome.Failed(Duration.ZERO, noMemory);
    }
  }

  private Standing settle(TrackedIntent tracked, Attempt attempt, Outcome outcome) {
    if (outcome.isCompleted()) {
      ledger.close(tracked, Closure.COMPLETED);
      return Standing.DONE;
    }
    tracked.ended(ledger.log(), attempt.ended(ledger.clock().instant(), outcome));
    if (!tracked.isOpen()) {
      return Standing.DONE; // completed by the application meanwhile
    }
    return isExhausted(tracked) && buried(tracked, attempt.spec(), false)
        ? Standing.DEAD_LETTERED
        : Standing.OPEN;
  }

  private boolean isExhausted(TrackedIntent tracked) {
    return tracked.state().progress().used() >= policy.attempts();
  }

  /** Makes it a dead letter; it stays open if the file cannot be written. */
  private boolean buried(TrackedIntent tracked, CleanupSpec spec, boolean maybeThere) {
    try {
      Instant now = ledger.clock().instant();
      if (maybeThere) {
        deadLetters.addOnce(tracked.state(), spec.audit(), now);
      } else {
        deadLetters.add(tracked.state(), spec.audit(), now);
      }
    } catch (IOException | RuntimeException failure) {
      findings.addOnce("dead-letter-not-written", notWritten(failure));
      return false;
    }
    ledger.close(tracked, Closure.DEAD_LETTERED);
    findings.add(deadLetter(tracked));
    return true;
  }

  private void tell(Attempt attempt, Instant beganAt, Outcome outcome, Standing standing) {
    try {
      listener.accept(attempt.run(beganAt, outcome, standing));
    } catch (Throwable failure) {
      findings.addOnce("listener", listenerFailed(failure));
    }
  }

  private static Finding unknownHandler(String name) {
    return new Finding(
        "durable-handler-unknown",
        Finding.Severity.ERROR,
        "An earlier process left cleanups for the handler " + name + ", which is not known here.",
        "Add the handler, or run lastcall reap with it; the cleanups stay open until then.");
  }

  private Finding deadLetter(TrackedIntent tracked) {
    Progress progress = tracked.state().progress();
    return new Finding(
        "durable-dead-letter",
        Finding.Severity.ERROR,
        tracked.intent()
            + " is given up after "
            + progress.attempts()
            + " attempts; the last one: "
            + progress.lastOutcome()
            + " "
            + progress.lastCause(),
        "Do by hand what " + deadLetters.file() + " says, under its idempotency key.");
  }

  private Finding notWritten(Exception failure) {
    return new Finding(
        "durable-dead-letter-not-written",
        Finding.Severity.ERROR,
        deadLetters.file() + " could not be written: " + failure,
        "Mend the disk; until then what should be in it stays open and is not lost.");
  }

  private static Finding listenerFailed(Throwable failure) {
    return new Finding(
        "durable-listener-failed",
        Finding.Severity.WARNING,
        "The listener of durable cleanups threw " + failure,
        "Mend the listener; the cleanups went on.");
  }
}
