package dev.lastcall.exit;

import dev.lastcall.api.Deadline;

/**
 * All that a run knows beforehand: who comes after whom, who goes first, who may take how long.
 *
 * <p>Linear in nodes and edges to make. Immutable and thread-safe.
 */
final class Schedule {
  private final Successors successors;
  private final Ranking ranking;
  private final Budget budget;
  private final Deadline deadline;
  private final TickScale scale;

  private Schedule(
      Successors successors, Ranking ranking, Budget budget, Deadline deadline, TickScale scale) {
    this.successors = successors;
    this.ranking = ranking;
    this.budget = budget;
    this.deadline = deadline;
    this.scale = scale;
  }

  /** Makes the schedule of a graph that begins now. */
  static Schedule of(Nodes nodes, Deadline deadline, long nowNanos, TickScale scale) {
    Successors successors = Successors.of(nodes);
    TopologicalOrder order = TopologicalOrder.of(nodes, successors);
    Patience patience = Patience.in(scale);
    long[] needs = new long[nodes.size()];
    for (int node = 0; node < needs.length; node++) {
      needs[node] = patience.need(nodes.bound(node));
    }
    long[] remaining = LongestPaths.from(nodes, order, needs);
    int available = scale.ticks(deadline.atNanos() - nowNanos);
    Budget budget = Budget.of(nodes, patience, remaining, needs, available);
    long[] likely =
        nodes.expectations() == 0
            ? remaining
            : LongestPaths.from(nodes, order, expected(nodes, scale));
    return new Schedule(successors, Ranking.of(order, likely), budget, deadline, scale);
  }

  /** Returns how long each node usually takes: what was said, else its bound. */
  private static long[] expected(Nodes nodes, TickScale scale) {
    long[] expected = new long[nodes.size()];
    for (int node = 0; node < expected.length; node++) {
      long bound = nodes.bound(node);
      expected[node] =
          nodes.isLive(node)
              ? nodes
                  .spec(node)
                  .expected()
                  .map(duration -> (long) scale.ticks(Deadline.nanosOf(duration)))
                  .orElse(bound)
              : 0;
    }
    return expected;
  }

  /** Tells whether all bounds fit what is left. */
  boolean fits() {
    return budget.fits();
  }

  Successors successors() {
    return successors;
  }

  Deadline deadline() {
    return deadline;
  }

  TickScale scale() {
    return scale;
  }

  int node(int rank) {
    return ranking.node(rank);
  }

  int rank(int node) {
    return ranking.rank(node);
  }

  /** Returns what a node gets that begins now, in ticks. */
  int allotted(int node, long nowNanos) {
    return budget.allotted(node, scale.ticks(deadline.atNanos() - nowNanos));
  }
}
