package dev.lastcall.durable;

import dev.lastcall.api.Outcome;
import dev.lastcall.durable.IntentRecord.Closure;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The handle of one durable cleanup: run it, or say that there is nothing to clean up any more.
 *
 * <p>A handle that is neither run nor completed leaves its intent open; it is run at the exit, or
 * by the next start. Thread-safe.
 */
public final class DurableCleanup implements AutoCloseable {
  private final TrackedIntent tracked;
  private final Ledger ledger;
  private final Attempts attempts;
  private final Replayer replayer;
  private final AtomicBoolean wasRun = new AtomicBoolean();

  DurableCleanup(TrackedIntent tracked, Ledger ledger, Attempts attempts, Replayer replayer) {
    this.tracked = tracked;
    this.ledger = ledger;
    this.attempts = attempts;
    this.replayer = replayer;
  }

  /** {@return the name of the handler} */
  public String handler() {
    return tracked.intent().handler();
  }

  /** {@return the idempotency key, which its handler is given on every attempt} */
  public String idempotencyKey() {
    return tracked.intent().key();
  }

  /** {@return whether the intent is on record, so that it outlives this process} */
  public boolean isDurable() {
    return tracked.isDurable();
  }

  /** {@return whether there is still something to do} */
  public boolean isOpen() {
    return tracked.isOpen();
  }

  /**
   * Runs the handler inside its bound, while the caller waits, and writes the tombstone if it
   * completes. If it does not, the attempt is on record, and it is tried again in the background.
   *
   * @return how the attempt ended; skipped if there is nothing to do, or it is being run already
   */
  public Outcome run() {
    wasRun.set(true);
    Outcome outcome = attempts.attempt(tracked);
    if (tracked.isOpen() && tracked.isAttended()) {
      replayer.add(tracked);
    }
    return outcome;
  }

  /** Writes the tombstone without running the handler: there is nothing to clean up any more. */
  public void complete() {
    ledger.close(tracked, Closure.WITHDRAWN);
  }

  /** Runs the handler as {@link #run} does, unless the handle was run or completed before. */
  @Override
  public void close() {
    if (!wasRun.get()) {
      run();
    }
  }

  @Override
  public String toString() {
    return tracked.intent().toString();
  }
}
