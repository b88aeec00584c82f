package dev.lastcall.defer;

import dev.lastcall.api.StackSample;
import org.jspecify.annotations.Nullable;

/**
 * What a cleanup thread and the watchdog both know of the piece that the thread runs.
 *
 * <p>The thread writes before it arms the slot; the watchdog reads, and believes it if the slot is
 * still in the same section then. The sample goes the other way: written before the slot moves on.
 */
final class RunningPiece {
  private static final long UNNAMED_NANOS = 5_000_000;
  private static final long LONGEST_ALLOTTED_NANOS = Watched.FAR / 4;

  final Slot slot = new Slot();

  @Nullable BoundedWork work;
  int piece;
  long beganNanos;
  long allottedNanos;
  long endNanos;
  boolean named;

  /** Where the thread was when it was interrupted, in which section, and when. */
  StackSample sample = StackSampler.NOTHING;

  long sampledSection;
  long interruptedNanos;

  /** Whether the thread has come back from the piece, in time or not. */
  volatile boolean back;

  /** The thread: notes a piece that it is about to run. */
  void set(BoundedWork work, int piece, long nowNanos, boolean named) {
    if (this.work != work) { // a reference costs a memory barrier
      this.work = work;
    }
    this.piece = piece;
    this.named = named;
    beganNanos = nowNanos;
    allottedNanos =
        Math.max(0, Math.min(LONGEST_ALLOTTED_NANOS, work.allottedNanos(piece, nowNanos)));
    endNanos = work.deadline().atNanos();
  }

  /** When the time is up: at the bound, but not beyond the end of the whole work. */
  long dueNanos() {
    return beganNanos + Math.min(allottedNanos, Math.max(0, endNanos - beganNanos));
  }

  /** When the watchdog has something to do: at the bound, but earlier to name what lasts. */
  long firstLookNanos() {
    long due = dueNanos();
    return named || due - beganNanos < UNNAMED_NANOS ? due : beganNanos + UNNAMED_NANOS;
  }
}
