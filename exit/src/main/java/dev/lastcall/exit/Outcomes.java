package dev.lastcall.exit;

import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.util.List;

/**
 * Makes the outcomes that the run decides itself, and has some in store for when there is no memory
 * to make one: a node without an outcome would count as completed.
 */
final class Outcomes {
  /** Of what had not begun when the deadline passed. */
  static final Outcome TOO_LATE = new Outcome.Skipped("deadline passed before it could begin");

  private static final Outcome SKIPPED = new Outcome.Skipped("a predecessor did not complete");
  private static final Outcome ABANDONED =
      new Outcome.Abandoned(Duration.ZERO, Duration.ZERO, place("unknown"));

  private Outcomes() {}

  /** Of what requires a predecessor that did not complete. */
  static Outcome skipped(Nodes nodes, int predecessor, RunLog log) {
    try {
      String word = log.outcome(predecessor).word();
      return new Outcome.Skipped("predecessor " + nodes.name(predecessor) + " " + word);
    } catch (OutOfMemoryError e) {
      return SKIPPED;
    }
  }

  /** Of what ran on at the deadline, where the watchdog, who knows where it is, was too late. */
  static Outcome abandoned(Nodes nodes, int node, RunLog log, TickScale scale) {
    try {
      Duration allotted = scale.duration(log.allottedTicks(node));
      return new Outcome.Abandoned(log.elapsed(node), allotted, place(nodes.name(node)));
    } catch (OutOfMemoryError e) {
      return ABANDONED;
    }
  }

  private static StackSample place(String name) {
    return new StackSample("lc:" + name, Thread.State.RUNNABLE, List.of(), "", "");
  }
}
