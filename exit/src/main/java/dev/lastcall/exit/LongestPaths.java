package dev.lastcall.exit;

import java.util.function.IntToLongFunction;

/** Longest paths through a graph whose nodes have lengths, each in one pass over the edges. */
final class LongestPaths {
  private LongestPaths() {}

  /** Returns for each node the longest sum of lengths along a chain before it, without its own. */
  static long[] before(Nodes nodes, TopologicalOrder order, IntToLongFunction length) {
    long[] before = new long[nodes.size()];
    for (int at = 0; at < before.length; at++) {
      int node = order.at(at);
      long longest = 0;
      for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
        int predecessor = nodes.predecessor(edge);
        longest = Math.max(longest, before[predecessor] + length.applyAsLong(predecessor));
      }
      before[node] = longest;
    }
    return before;
  }

  /** Returns for each node the longest sum of lengths along a chain behind it, without its own. */
  static long[] behind(Nodes nodes, TopologicalOrder order, IntToLongFunction length) {
    long[] behind = new long[nodes.size()];
    for (int at = behind.length - 1; at >= 0; at--) {
      int node = order.at(at);
      long rest = behind[node] + length.applyAsLong(node);
      for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
        int predecessor = nodes.predecessor(edge);
        behind[predecessor] = Math.max(behind[predecessor], rest);
      }
    }
    return behind;
  }
}
