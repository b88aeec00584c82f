package dev.lastcall.exit;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitPlan.Verdict;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Finding.Severity;
import dev.lastcall.api.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Works out, before anything runs, whether the bounds fit what the cleanups have.
 *
 * <p>The bounds along the longest chain are what an exit may demand. If that is more than there is,
 * all bounds shrink by the same factor, so that the longest chain fits exactly and every other
 * chain too. Confined to one thread.
 */
final class BudgetPlan {
  /** Taken off the factor, so that a chain of rounded products never exceeds what there is. */
  private static final double ROUNDING = 1e-12;

  private final Nodes nodes;
  private final Duration available;
  private final Mode mode;
  private final TopologicalOrder order;
  private final long[] bounds;
  private final long[] before;
  private final int last;
  private final Duration demanded;

  private BudgetPlan(Nodes nodes, Duration available, Mode mode) {
    this.nodes = nodes;
    this.available = available;
    this.mode = mode;
    this.order = TopologicalOrder.of(nodes, Successors.of(nodes));
    this.bounds = new long[nodes.size()];
    for (int node = 0; node < bounds.length; node++) {
      bounds[node] = nodes.isLive(node) ? Deadline.nanosOf(bound(nodes.spec(node), available)) : 0;
    }
    this.before = LongestPaths.before(nodes, order, bounds);
    this.last = lastOfCriticalPath();
    this.demanded = Duration.ofNanos(last == Nodes.NONE ? 0 : before[last] + bounds[last]);
  }

  /** Returns the plan of a graph. */
  static ExitPlan of(Nodes nodes, Duration available, Mode mode) {
    return new BudgetPlan(nodes, available, mode).plan();
  }

  /** Returns a cleanup's bound: its own, or its kind's as far as there is time for it. */
  static Duration bound(CleanupSpec spec, Duration available) {
    Duration timeout = spec.timeout();
    return timeout.compareTo(available) <= 0 ? timeout : available;
  }

  /** Returns what is wrong with the plan of a graph. */
  static List<Finding> findings(Nodes nodes, Duration available, Mode mode) {
    BudgetPlan plan = new BudgetPlan(nodes, available, mode);
    return plan.findings(plan.criticalPath());
  }

  private ExitPlan plan() {
    List<String> criticalPath = criticalPath();
    return new ExitPlan(
        planned(),
        criticalPath,
        demanded,
        available,
        fits() ? Verdict.FITS : mode == Mode.STRICT ? Verdict.REFUSED : Verdict.SCALED,
        findings(criticalPath));
  }

  private boolean fits() {
    return demanded.compareTo(available) <= 0;
  }

  private List<Finding> findings(List<String> criticalPath) {
    List<Finding> findings = new ArrayList<>();
    UnknownName.in(nodes).forEach(unknown -> findings.add(unknown.finding()));
    if (!fits()) {
      findings.add(tooLong(criticalPath));
    }
    return findings;
  }

  private int lastOfCriticalPath() {
    int latest = Nodes.NONE;
    long end = -1;
    for (int node = 0; node < nodes.size(); node++) {
      if (nodes.isLive(node) && before[node] + bounds[node] > end) {
        latest = node;
        end = before[node] + bounds[node];
      }
    }
    return latest;
  }

  private List<String> criticalPath() {
    List<String> names = new ArrayList<>();
    for (int node = last; node != Nodes.NONE; node = longestPredecessor(node)) {
      if (nodes.isLive(node)) {
        names.add(nodes.name(node));
      }
    }
    Collections.reverse(names);
    return names;
  }

  private int longestPredecessor(int node) {
    for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
      int predecessor = nodes.predecessor(edge);
      if (before[predecessor] + bounds[predecessor] == before[node]) {
        return predecessor;
      }
    }
    return Nodes.NONE;
  }

  private List<ExitPlan.Node> planned() {
    long[] from = LongestPaths.from(nodes, order, bounds);
    double factor =
        fits()
            ? 1
            : (double) Deadline.nanosOf(available) / Deadline.nanosOf(demanded) * (1 - ROUNDING);
    List<ExitPlan.Node> planned = new ArrayList<>(nodes.live());
    for (int at = 0; at < order.size(); at++) {
      if (nodes.isLive(order.at(at))) {
        planned.add(planned(order.at(at), from[order.at(at)], factor));
      }
    }
    return planned;
  }

  private ExitPlan.Node planned(int node, long from, double factor) {
    CleanupSpec spec = nodes.spec(node);
    long scaledRest = (long) Math.ceil(from * factor);
    return new ExitPlan.Node(
        spec.name(),
        spec.kind(),
        Predecessors.names(nodes, node),
        bound(spec, available),
        Duration.ofNanos((long) (bounds[node] * factor)),
        Duration.ofNanos(Math.max(0, Deadline.nanosOf(available) - scaledRest)),
        spec.audit());
  }

  private Finding tooLong(List<String> criticalPath) {
    return new Finding(
        "plan-exceeds-grace-period",
        mode == Mode.STRICT ? Severity.ERROR : Severity.WARNING,
        Refusals.planTooLong(demanded, available, criticalPath),
        "Lengthen the grace period, shorten bounds along the critical path, or drop an order that"
            + " is not needed.");
  }
}
