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
    long[] behind = LongestPaths.behind(nodes, order, node -> Budget.need(nodes, node, scale));
    int available = scale.ticks(deadline.atNanos() - nowNanos);
    Budget budget = Budget.of(nodes, behind, available, scale);
    return new Schedule(
        successors,
        Ranking.of(order, remaining(nodes, order, behind, scale)),
        budget,
        deadline,
        scale);
  }

  /** Returns the longest path from each node on: by what is expected, else by bounds. */
  private static long[] remaining(
      Nodes nodes, TopologicalOrder order, long[] behind, TickScale scale) {
    if (nodes.expectations() == 0) {
      for (int node = 0; node < behind.length; node++) {
        behind[node] += Budget.need(nodes, node, scale);
      }
      return behind;
    }
    long[] remaining = LongestPaths.behind(nodes, order, node -> expected(nodes, node, scale));
    for (int node = 0; node < remaining.length; node++) {
      remaining[node] += expected(nodes, node, scale);
    }
    return remaining;
  }

  private static long expected(Nodes nodes, int node, TickScale scale) {
    if (!nodes.isLive(node)) {
      return 0;
    }
    return nodes
        .spec(node)
        .expected()
        .map(duration -> scale.ticks(Deadline.nanosOf(duration)))
        .orElse(nodes.bound(node));
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
