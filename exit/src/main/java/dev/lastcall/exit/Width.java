package dev.lastcall.exit;

import java.util.Arrays;

/** How many nodes could run at once. */
final class Width {
  private Width() {}

  /**
   * Returns the most live nodes that have the same number of nodes before them along their longest
   * chain; 0 for an empty graph.
   */
  static int of(Nodes nodes) {
    TopologicalOrder order = TopologicalOrder.of(nodes, Successors.of(nodes));
    long[] ones = new long[nodes.size()];
    Arrays.setAll(ones, node -> nodes.isLive(node) ? 1 : 0);
    long[] levels = LongestPaths.before(nodes, order, ones);
    int[] widths = new int[nodes.size()];
    int widest = 0;
    for (int node = 0; node < widths.length; node++) {
      if (nodes.isLive(node)) {
        widest = Math.max(widest, ++widths[(int) levels[node]]);
      }
    }
    return widest;
  }
}
