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

  private final TickScale scale;
  private final long originNanos;
  private final int[] began;
  private final int[] ended;
  private final int[] allotted;
  private final @Nullable Outcome[] outcomes;

  /**
   * Creates an empty log.
   *
   * @param originNanos when the run began
   */
  RunLog(int size, TickScale scale, long originNanos) {
    this.scale = scale;
    this.originNanos = originNanos;
    this.began = new int[size];
    this.ended = new int[size];
    this.allotted = new int[size];
    this.outcomes = new Outcome[size];
  }

  void allot(int node, int ticks) {
    allotted[node] = ticks;
  }

  /** Notes when a node became ready, which is when its last predecessor ended. */
  void readyAfter(int node, int last) {
    began[node] = ended[last];
  }

  /**
   * Notes when a node began: not before it was ready, although the reading of the clock may be that
   * of the end of what its thread ran before.
   */
  void begin(int node, long atNanos) {
    began[node] = Math.max(began[node], scale.ticks(atNanos - originNanos));
  }

  /** Notes that a node ended as soon as it was ready. */
  void pass(int node) {
    ended[node] = began[node];
  }

  void end(int node, long atNanos) {
    ended[node] = scale.ticks(atNanos - originNanos);
  }

  /** Proposes an outcome; false if there is one. */
  boolean propose(int node, Outcome outcome) {
    return OUTCOME.compareAndSet(outcomes, node, null, outcome);
  }

  /** Takes a proposal back. */
  void takeBack(int node, Outcome outcome) {
    OUTCOME.compareAndSet(outcomes, node, outcome, null);
  }

  /** Sets an outcome whatever was proposed. */
  void decide(int node, Outcome outcome) {
    OUTCOME.setVolatile(outcomes, node, outcome);
  }

  int beganTicks(int node) {
    return began[node];
  }

  int endedTicks(int node) {
    return ended[node];
  }

  int allottedTicks(int node) {
    return allotted[node];
  }

  /** Tells whether a node was given any time. */
  boolean hasRun(int node) {
    return allotted[node] > 0;
  }

  /** Returns the reading of the clock at which a node began. */
  long beganNanos(int node) {
    return originNanos + scale.nanos(began[node]);
  }

  /** Returns the reading of the clock at which a node ended. */
  long endedNanos(int node) {
    return originNanos + scale.nanos(ended[node]);
  }

  /** Returns the reading of the clock at which a node's time is up. */
  long dueNanos(int node) {
    return beganNanos(node) + scale.nanos(allotted[node]);
  }

  /** Returns how long a node ran. */
  Duration elapsed(int node) {
    return scale.duration(Math.max(0, ended[node] - began[node]));
  }

  /** Returns how a node ended that has ended. */
  Outcome outcome(int node) {
    Outcome outcome = (Outcome) OUTCOME.getVolatile(outcomes, node);
    return outcome == null ? new Outcome.Completed(elapsed(node)) : outcome;
  }
}
