package dev.lastcall.defer;

import org.jspecify.annotations.Nullable;

/**
 * The thread's side of running pieces of work on one cleanup thread: publishes each, runs it, and
 * reports its end, unless the watchdog has done so.
 *
 * <p>One clock reading ends a piece and begins the next. Confined to the thread.
 */
final class PieceRun {
  private static final long BRIEF_NANOS = 10_000;

  private final RunningPiece running;
  private final Slot slot;
  private final Thread thread;
  private final Watchdog watchdog;
  private final ThreadName name;
  private boolean lost;
  private boolean brief;
  private int next = BoundedWork.NONE;

  PieceRun(RunningPiece running, Thread thread, Watchdog watchdog, ThreadName name) {
    this.running = running;
    this.slot = running.slot;
    this.thread = thread;
    this.watchdog = watchdog;
    this.name = name;
  }

  /**
   * Runs a piece.
   *
   * @param nowNanos the reading of the clock
   * @return the reading of the clock at its end
   */
  long run(BoundedWork work, int piece, long nowNanos) {
    Throwable thrown = null;
    next = BoundedWork.NONE;
    try {
      running.set(work, piece, nowNanos, name.isAffordable(nowNanos));
    } catch (Throwable e) {
      work.ended(piece, nowNanos, Outcomes.failed(0, e));
      return nowNanos;
    }
    long armed = slot.arm();
    try {
      watchdog.lookAt(running.firstLookNanos());
      tellName(work, piece);
      work.began(piece, nowNanos);
      work.run(piece);
    } catch (Throwable e) {
      thrown = e;
    }
    long ended = watchdog.ticker().nanos();
    brief = ended - nowNanos < BRIEF_NANOS;
    if (slot.disarm(armed)) {
      endInTime(work, piece, ended, thrown);
    } else {
      endLate(work, piece, ended, thrown);
    }
    return ended;
  }

  private void tellName(BoundedWork work, int piece) {
    if (running.named) {
      name.tell(work.name(piece));
    } else {
      name.hide();
    }
  }

  private void endInTime(BoundedWork work, int piece, long ended, @Nullable Throwable thrown) {
    if (thread.isInterrupted()) {
      Thread.interrupted(); // the piece's own, and no concern of the next one
    }
    if (thrown == null) {
      next = work.completed(piece, ended);
    } else {
      work.ended(piece, ended, Outcomes.failed(ended - running.beganNanos, thrown));
    }
  }

  private void endLate(BoundedWork work, int piece, long ended, @Nullable Throwable thrown) {
    running.back = true;
    int state = slot.takeBack();
    if (state == Slot.ABANDONED) {
      lost = true;
      return;
    }
    running.back = false;
    if (state == Slot.DUE) {
      endInTime(work, piece, ended, thrown);
    } else {
      Thread.interrupted();
      long elapsed = ended - running.beganNanos;
      work.ended(piece, ended, Outcomes.timedOut(elapsed, running.allottedNanos, running.sample));
    }
  }

  /** What to go on with after the last piece, {@link BoundedWork#NONE} if that is to be taken. */
  int next() {
    return next;
  }

  /** Whether the last piece was over so soon that the next may come as soon. */
  boolean wasBrief() {
    return brief;
  }

  /** Lets go of the last piece, so that what it held can be collected. */
  void forget() {
    running.work = null;
  }

  /** Whether the last piece was abandoned, so that another thread has the place of this one. */
  boolean isLost() {
    return lost;
  }

  /** Whether the abandoned piece was reported, so that the thread is of use again. */
  boolean isSettled() {
    if (slot.state() == Slot.ABANDONED) {
      return false;
    }
    Thread.interrupted();
    name.hide();
    lost = false;
    running.back = false;
    return true;
  }
}
