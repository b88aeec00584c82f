package dev.lastcall.durable;

import dev.lastcall.api.TraceContext;
import dev.lastcall.durable.IntentRecord.AttemptBegan;
import dev.lastcall.durable.IntentRecord.AttemptEnded;
import dev.lastcall.durable.IntentRecord.Closed;
import dev.lastcall.durable.IntentRecord.Closure;
import dev.lastcall.durable.IntentRecord.Registered;
import dev.lastcall.journal.Journal;
import java.time.Instant;

/**
 * An intent of this process, or one that it took over: its state, moved on together with the
 * journal.
 *
 * <p>Every record of it is written under its monitor, so the journal holds them in the order in
 * which they happened, and an intent that was carried forward is never behind its own tombstone.
 * Under the monitor nothing is waited for but the journal's next segment. Thread-safe.
 */
final class TrackedIntent {
  private final Intent intent;
  private final TraceContext.Captured trace;
  private IntentState state;

  /** Where it was last written whole; {@link Journal#NOT_KEPT} if it is in memory only. */
  private long writtenAt;

  private boolean busy;
  private boolean attended;

  private TrackedIntent(
      IntentState state, TraceContext.Captured trace, long writtenAt, boolean attended) {
    this.intent = state.intent();
    this.trace = trace;
    this.state = state;
    this.writtenAt = writtenAt;
    this.attended = attended;
  }

  /** A new one, held by a handle, not on record yet. */
  static TrackedIntent of(Intent intent, TraceContext.Captured trace) {
    IntentState state = new IntentState.Waiting(intent, Progress.none(intent.registeredAt()));
    return new TrackedIntent(state, trace, Journal.NOT_KEPT, true);
  }

  /** One that an earlier process left open. */
  static TrackedIntent leftBehind(IntentState state, long writtenAt) {
    return new TrackedIntent(state, new RecordedTrace(state.intent().traceId()), writtenAt, false);
  }

  Intent intent() {
    return intent;
  }

  TraceContext.Captured trace() {
    return trace;
  }

  synchronized IntentState state() {
    return state;
  }

  synchronized boolean isOpen() {
    return state.isOpen();
  }

  synchronized boolean isDurable() {
    return writtenAt != Journal.NOT_KEPT;
  }

  synchronized boolean isBusy() {
    return busy;
  }

  /** Whether a handle holds it, so that nobody else runs it before the exit. */
  synchronized boolean isAttended() {
    return attended;
  }

  synchronized void leaveUnattended() {
    attended = false;
  }

  /** Puts it on record; false if that is not possible. */
  synchronized boolean register(IntentLog log) {
    writtenAt = log.append(new Registered(intent, state.progress()));
    return isDurable();
  }

  /**
   * Writes it again if it was last written at or before a sequence; returns where it is written
   * now, far behind everything if it is not needed there any more.
   */
  synchronized long carry(IntentLog log, long upTo) {
    if (!isDurable() || !state.isOpen()) {
      return Long.MAX_VALUE;
    }
    if (writtenAt <= upTo) {
      long sequence = log.append(new Registered(intent, state.progress()));
      writtenAt = sequence == Journal.NOT_KEPT ? writtenAt : sequence;
    }
    return writtenAt;
  }

  /** Takes it for one attempt; false if it is over or somebody else has it. */
  synchronized boolean claim() {
    if (busy || !state.isOpen()) {
      return false;
    }
    busy = true;
    return true;
  }

  /** Gives it back after {@link #claim}. */
  synchronized void unclaim() {
    busy = false;
  }

  /** Notes that an attempt begins and returns its number. */
  synchronized int begin(IntentLog log, Instant at) {
    int attempt = state.progress().attempts() + 1;
    write(log, new AttemptBegan(intent.key(), attempt, at));
    return attempt;
  }

  /** Notes that an attempt did not succeed. */
  synchronized void ended(IntentLog log, AttemptEnded how) {
    write(log, how);
  }

  /** Writes the tombstone; false if it was over before. */
  synchronized boolean close(IntentLog log, Closure closure) {
    return write(log, new Closed(intent.key(), closure));
  }

  private boolean write(IntentLog log, IntentRecord record) {
    if (!state.isOpen()) {
      return false;
    }
    state = state.after(record);
    if (isDurable()) {
      log.append(record);
    }
    return true;
  }
}
