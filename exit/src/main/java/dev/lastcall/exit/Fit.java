package dev.lastcall.exit;

import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.Mode;
import java.time.Duration;
import java.util.Arrays;

/**
 * Refuses, in strict mode and after start-up, a cleanup with which the plan no longer fits.
 *
 * <p>It keeps for each node an upper bound of when it ends, so that a registration costs a look at
 * its predecessors; only one that seems not to fit is checked against a whole plan. Guarded by the
 * graph's lock.
 */
final class Fit implements ExitGraph.Check {
  private final Duration available;
  private final int availableTicks;
  private int[] ends = new int[0];
  private int known;

  Fit(Duration available, TickScale scale) {
    this.available = available;
    this.availableTicks = scale.boundTicks(available);
  }

  @Override
  public void added(Nodes nodes, int node) {
    if (node < known || node > known) {
      knowAll(nodes);
    } else {
      know(nodes, node);
    }
    if (ends[node] > availableTicks) {
      ExitPlan plan = BudgetPlan.of(nodes, available, Mode.STRICT);
      known = 0;
      if (plan.verdict() == ExitPlan.Verdict.REFUSED) {
        throw new PlanRefusedException(plan);
      }
    }
  }

  private void knowAll(Nodes nodes) {
    TopologicalOrder order = TopologicalOrder.of(nodes, Successors.of(nodes));
    for (int at = 0; at < order.size(); at++) {
      know(nodes, order.at(at));
    }
    known = nodes.size();
  }

  private void know(Nodes nodes, int node) {
    if (ends.length < nodes.size()) {
      ends = Arrays.copyOf(ends, Math.max(nodes.size(), ends.length + (ends.length >> 1)));
    }
    int latest = 0;
    for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
      latest = Math.max(latest, ends[nodes.predecessor(edge)]);
    }
    int rounded = nodes.bound(node) + 1;
    ends[node] = latest > Integer.MAX_VALUE - rounded ? Integer.MAX_VALUE : latest + rounded;
    known = Math.max(known, node + 1);
  }
}
