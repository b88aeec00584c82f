package dev.lastcall.flush;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One target in one run: what happened to it, in fields that were allocated before the run began.
 *
 * <p>Written by the thread that runs it and by the timekeeper; every plain field is published by a
 * later write of {@link #state}. Outcomes are objects, so they are made after the run, by {@link
 * #outcome}.
 */
final class TargetRun {
  private static final int WAITING = 0;
  private static final int RUNNING = 1;
  private static final int RETURNED = 2;
  private static final int THREW = 3;

  private final GaspTarget target;
  private volatile int state = WAITING;
  private volatile @Nullable StackSample overtakenAt;
  private long began;
  private long ended;
  private long share;
  private @Nullable Throwable thrown;
  private @Nullable Thread runner;

  TargetRun(GaspTarget target) {
    this.target = target;
  }

  GaspTarget target() {
    return target;
  }

  /** Notes the begin, before the first line of the target's own code. */
  void begin(long nowNanos, long shareNanos, Thread thread) {
    began = nowNanos;
    share = shareNanos;
    runner = thread;
    state = RUNNING;
  }

  void returned(long nowNanos) {
    ended = nowNanos;
    state = RETURNED;
  }

  void threw(long nowNanos, Throwable cause) {
    ended = nowNanos;
    thrown = cause;
    state = THREW;
  }

  boolean isRunning() {
    return state == RUNNING;
  }

  boolean hasEnded() {
    return state >= RETURNED;
  }

  /** The reading of the clock at which its share is over; only for one that is running. */
  long shareEndNanos() {
    return began + share;
  }

  /** Notes where it was when the next target was started without it. */
  void overtaken() {
    overtakenAt = StuckThread.sample(runner);
  }

  /** Returns what it threw in the run, null if nothing. */
  @Nullable Throwable thrown() {
    return state == THREW ? thrown : null;
  }

  /** Returns how it ended; allocates, so only after the run. */
  Outcome outcome(long closedNanos) {
    int seen = state;
    StackSample sample = overtakenAt;
    if (seen == WAITING) {
      return new Outcome.Skipped("the reserve was over before it could begin");
    }
    if (seen == RUNNING) {
      StackSample last = sample == null ? StuckThread.sample(runner) : sample;
      return new Outcome.Abandoned(nanos(closedNanos - began), nanos(share), last);
    }
    Duration elapsed = nanos(ended - began);
    Throwable cause = thrown;
    if (seen == THREW && cause != null) {
      return new Outcome.Failed(elapsed, cause);
    }
    return sample == null
        ? new Outcome.Completed(elapsed)
        : new Outcome.TimedOut(elapsed, nanos(share), sample);
  }

  TargetReport report(Outcome outcome) {
    return new TargetReport(target.name(), target.rehearsed(), outcome);
  }

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }

  /** What is done with a target in a run: it is flushed, or it is rehearsed. */
  interface Call {
    void on(GaspTarget target, Deadline end) throws Exception;
  }
}
