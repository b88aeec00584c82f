package dev.lastcall.durable;

import dev.lastcall.durable.IntentRecord.AttemptBegan;
import dev.lastcall.durable.IntentRecord.AttemptEnded;
import dev.lastcall.durable.IntentRecord.Closed;
import dev.lastcall.durable.IntentRecord.Closure;
import dev.lastcall.durable.IntentRecord.Registered;

/**
 * Where an intent stands: {@code Waiting → Running → Waiting … → Ended}.
 *
 * <p>{@link #after} is the only transition. It is the same for a running process, which writes a
 * record and moves on, and for the next start, which reads it; and it is total, because a journal
 * can lose its beginning (released) or a stretch of its middle (damaged).
 */
sealed interface IntentState {
  /** {@return what is to be cleaned up} */
  Intent intent();

  /** {@return what has been tried} */
  Progress progress();

  /**
   * Nothing is being done.
   *
   * @param intent what is to be cleaned up
   * @param progress what has been tried
   */
  record Waiting(Intent intent, Progress progress) implements IntentState {}

  /**
   * An attempt has begun; in a dead process's journal, it is what the process died in.
   *
   * @param intent what is to be cleaned up
   * @param progress what has been tried, with the running attempt
   */
  record Running(Intent intent, Progress progress) implements IntentState {}

  /**
   * Over for good: no later record opens it again.
   *
   * @param intent what was to be cleaned up
   * @param progress what had been tried
   * @param closure why
   */
  record Ended(Intent intent, Progress progress, Closure closure) implements IntentState {}

  /** The state of an intent of which this is the first record. */
  static IntentState of(Registered record) {
    return new Waiting(record.intent(), record.progress());
  }

  /** The state after one more record of the same intent. */
  default IntentState after(IntentRecord record) {
    if (this instanceof Ended) {
      return this;
    }
    if (record instanceof Registered carried) {
      return of(carried);
    }
    if (record instanceof AttemptBegan began) {
      return new Running(intent(), progress().begun(began.attempt(), began.at()));
    }
    if (record instanceof AttemptEnded ended) {
      return new Waiting(intent(), after(progress(), ended));
    }
    return new Ended(intent(), progress(), ((Closed) record).closure());
  }

  private static Progress after(Progress before, AttemptEnded ended) {
    return before.ended(
        ended.attempt(), ended.at(), ended.counts(), ended.outcome(), ended.cause());
  }

  /** Whether there is still something to do. */
  default boolean isOpen() {
    return !(this instanceof Ended);
  }
}
