package dev.lastcall.exit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * The chain that decided how long a run took: from the node that ended last, always back to the
 * predecessor that ended last.
 *
 * <p>Immutable and thread-safe.
 *
 * @param names the cleanups along it, first to last
 * @param nodes the same as numbers
 */
record CriticalPath(List<String> names, BitSet nodes) {
  static CriticalPath of(Nodes nodes, Successors successors, RunLog log) {
    List<String> names = new ArrayList<>();
    BitSet numbers = new BitSet();
    for (int node = last(successors, log, nodes.size());
        node != Nodes.NONE;
        node = lastPredecessor(nodes, log, node)) {
      if (nodes.isLive(node)) {
        names.add(nodes.name(node));
        numbers.set(node);
      }
    }
    Collections.reverse(names);
    return new CriticalPath(names, numbers);
  }

  /** Of nodes that ended within the same tick the last is one behind which nothing ran. */
  private static int last(Successors successors, RunLog log, int size) {
    int last = Nodes.NONE;
    for (int node = 0; node < size; node++) {
      if (log.hasRun(node)
          && (last == Nodes.NONE || log.endedTicks(node) >= log.endedTicks(last))
          && !isFollowed(successors, log, node)) {
        last = node;
      }
    }
    return last;
  }

  private static boolean isFollowed(Successors successors, RunLog log, int node) {
    for (int i = successors.begin(node); i < successors.end(node); i++) {
      if (log.hasRun(successors.at(i))) {
        return true;
      }
    }
    return false;
  }

  private static int lastPredecessor(Nodes nodes, RunLog log, int node) {
    int last = Nodes.NONE;
    for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
      int predecessor = nodes.predecessor(edge);
      if (!nodes.isPending(predecessor)
          && (last == Nodes.NONE || log.endedTicks(predecessor) > log.endedTicks(last))) {
        last = predecessor;
      }
    }
    return last;
  }
}
