package dev.lastcall.exit;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.TraceContext;
import java.time.Duration;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * What became of every cleanup of a run that is over, in the order in which they began.
 *
 * <p>An entry is made when it is read, so that an exit of very many cleanups does not wait for its
 * own report. Immutable and thread-safe.
 */
final class CleanupReports extends AbstractList<CleanupReport> implements RandomAccess {
  private final Nodes nodes;
  private final Schedule schedule;
  private final RunLog log;
  private final Duration available;
  private final Duration begin;
  private final BitSet critical;
  private volatile int @Nullable [] order;

  /**
   * Creates the list.
   *
   * @param begin how long after the exit the run began
   */
  CleanupReports(
      Nodes nodes,
      Schedule schedule,
      RunLog log,
      Duration available,
      Duration begin,
      BitSet critical) {
    this.nodes = nodes;
    this.schedule = schedule;
    this.log = log;
    this.available = available;
    this.begin = begin;
    this.critical = critical;
  }

  @Override
  public int size() {
    return nodes.live();
  }

  @Override
  public CleanupReport get(int index) {
    int[] sorted = order;
    if (sorted == null) {
      sorted = sorted();
      order = sorted;
    }
    return report(sorted[index]);
  }

  private CleanupReport report(int node) {
    CleanupSpec spec = nodes.spec(node);
    Duration bound = BudgetPlan.bound(spec, available);
    TraceContext.Captured trace = nodes.trace(node);
    return new CleanupReport(
        spec.name(),
        spec.kind(),
        Predecessors.names(nodes, node),
        bound,
        log.allottedTicks(node) == nodes.bound(node)
            ? bound
            : schedule.scale().duration(log.allottedTicks(node)),
        begin.plus(schedule.scale().duration(log.beganTicks(node))),
        log.outcome(node),
        critical.get(node),
        trace == null ? "" : trace.traceId());
  }

  private int[] sorted() {
    long[] keys = new long[nodes.live()];
    int count = 0;
    for (int node = 0; node < nodes.size(); node++) {
      if (nodes.isLive(node)) {
        keys[count++] = (long) log.beganTicks(node) << Integer.SIZE | schedule.rank(node);
      }
    }
    Arrays.sort(keys);
    int[] sorted = new int[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = schedule.node((int) keys[i]);
    }
    return sorted;
  }
}
