package dev.lastcall.exit;

import dev.lastcall.api.Outcome;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When each node began and ended, what it had been given and how it ended: 16 bytes a node.
 *
 * <p>A time is written by whoever has just moved the node's state, and read after that. Only
 * outcomes other than {@link Outcome.Completed} are kept. Thread-safe under that rule.
 */
final class RunLog {
  private static final VarHandle OUTCOME = MethodHandles.arrayElementVarHandle(Outcome[].class);

  private static final int TIMES = 3;
  private static final int BEGAN = 0;
  private static final int ENDED = 1;
  private static final int ALLOTTED = 2;

  private final TickScale scale;
  private final long originNanos;

  /** Side by side, because they are used together. */
  private final int[] times;

  private final @Nullable Outcome[] outcomes;

  /**
   * Creates an empty log.
   *
   * @param originNanos when the run began
   */
  RunLog(int size, TickScale scale, long originNanos) {
    this.scale = scale;
    this.originNanos = originNanos;
    this.times = new int[size * TIMES];
    this.outcomes = new Outcome[size];
  }

  void allot(int node, int ticks) {
    times[node * TIMES + ALLOTTED] = ticks;
  }

  /** Notes when a node became ready, which is when its last predecessor ended. */
  void readyAfter(int node, int last) {
    times[node * TIMES + BEGAN] = times[last * TIMES + ENDED];
  }

  /**
   * Notes when a node began: not before it was ready, although the reading of the clock may be that
   * of the end of what its thread ran before.
   */
  void begin(int node, long atNanos) {
    times[node * TIMES + BEGAN] =
        Math.max(times[node * TIMES + BEGAN], scale.ticks(atNanos - originNanos));
  }

  /** Notes that a node ended as soon as it was ready. */
  void pass(int node) {
    times[node * TIMES + ENDED] = times[node * TIMES + BEGAN];
  }

  void end(int node, long atNanos) {
    times[node * TIMES + ENDED] = scale.ticks(atNanos - originNanos);
  }

  /** Proposes an outcome, before the node's state says that it ended; the first one stays. */
  void propose(int node, Outcome outcome) {
    OUTCOME.compareAndSet(outcomes, node, null, outcome);
  }

  /** Sets an outcome whatever was proposed. */
  void decide(int node, Outcome outcome) {
    OUTCOME.setVolatile(outcomes, node, outcome);
  }

  int beganTicks(int node) {
    return times[node * TIMES + BEGAN];
  }

  int endedTicks(int node) {
    return times[node * TIMES + ENDED];
  }

  int allottedTicks(int node) {
    return times[node * TIMES + ALLOTTED];
  }

  /** Tells whether a node was given any time. */
  boolean hasRun(int node) {
    return times[node * TIMES + ALLOTTED] > 0;
  }

  /** Returns the reading of the clock at which a node began. */
  long beganNanos(int node) {
    return originNanos + scale.nanos(times[node * TIMES + BEGAN]);
  }

  /** Returns the reading of the clock at which a node ended. */
  long endedNanos(int node) {
    return originNanos + scale.nanos(times[node * TIMES + ENDED]);
  }

  /** Returns the reading of the clock at which a node's time is up. */
  long dueNanos(int node) {
    return beganNanos(node) + scale.nanos(times[node * TIMES + ALLOTTED]);
  }

  /** Tells whether a node was over within some ticks. */
  boolean hasRunFor(int node, int atMost) {
    return times[node * TIMES + ENDED] - times[node * TIMES + BEGAN] <= atMost;
  }

  /** Returns how long a node ran. */
  Duration elapsed(int node) {
    return scale.duration(Math.max(0, times[node * TIMES + ENDED] - times[node * TIMES + BEGAN]));
  }

  /** Returns how a node ended that has ended. */
  Outcome outcome(int node) {
    Outcome outcome = (Outcome) OUTCOME.getVolatile(outcomes, node);
    return outcome == null ? new Outcome.Completed(elapsed(node)) : outcome;
  }
}
