package dev.lastcall.exit;

/** Longest paths through a graph whose nodes have lengths, each in one pass over the edges. */
final class LongestPaths {
  private LongestPaths() {}

  /** Returns for each node the longest sum of lengths along a chain before it, without its own. */
  static long[] before(Nodes nodes, TopologicalOrder order, long[] lengths) {
    long[] before = new long[nodes.size()];
    for (int at = 0; at < before.length; at++) {
      int node = order.at(at);
      long longest = 0;
      for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
        int predecessor = nodes.predecessor(edge);
        longest = Math.max(longest, before[predecessor] + lengths[predecessor]);
      }
      before[node] = longest;
    }
    return before;
  }

  /** Returns for each node the longest sum of lengths along a chain that begins with it. */
  static long[] from(Nodes nodes, TopologicalOrder order, long[] lengths) {
    long[] from = new long[nodes.size()];
    for (int at = from.length - 1; at >= 0; at--) {
      int node = order.at(at);
      long path = from[node] + lengths[node];
      from[node] = path;
      for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
        int predecessor = nodes.predecessor(edge);
        from[predecessor] = Math.max(from[predecessor], path);
      }
    }
    return from;
  }
}
