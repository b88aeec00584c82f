package dev.lastcall.defer;

import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;

/** Makes outcomes, and has some in store for when there is no memory to make one. */
final class Outcomes {
  /** Of what could not be run at all. */
  static final Outcome UNKNOWN = new Outcome.Skipped("it could not be run");

  private static final Outcome COMPLETED = new Outcome.Completed(Duration.ZERO);
  private static final Outcome FAILED =
      new Outcome.Failed(Duration.ZERO, new OutOfMemoryError("no memory left to say how it ended"));
  private static final Outcome TIMED_OUT =
      new Outcome.TimedOut(Duration.ZERO, Duration.ZERO, StackSampler.NOTHING);
  private static final Outcome ABANDONED =
      new Outcome.Abandoned(Duration.ZERO, Duration.ZERO, StackSampler.NOTHING);

  private Outcomes() {}

  static Outcome completed(long elapsedNanos) {
    try {
      return new Outcome.Completed(Duration.ofNanos(elapsedNanos));
    } catch (OutOfMemoryError e) {
      return COMPLETED;
    }
  }

  static Outcome failed(long elapsedNanos, Throwable cause) {
    try {
      return new Outcome.Failed(Duration.ofNanos(elapsedNanos), cause);
    } catch (OutOfMemoryError e) {
      return FAILED;
    }
  }

  static Outcome timedOut(long elapsedNanos, long allottedNanos, StackSample sample) {
    try {
      return new Outcome.TimedOut(
          Duration.ofNanos(elapsedNanos), Duration.ofNanos(allottedNanos), sample);
    } catch (OutOfMemoryError e) {
      return TIMED_OUT;
    }
  }

  static Outcome abandoned(long elapsedNanos, long allottedNanos, StackSample sample) {
    try {
      return new Outcome.Abandoned(
          Duration.ofNanos(elapsedNanos), Duration.ofNanos(allottedNanos), sample);
    } catch (OutOfMemoryError e) {
      return ABANDONED;
    }
  }
}
