package dev.lastcall.exit;

/**
 * How many nodes could run at once.
 *
 * <p>As many as the largest set of nodes of which none comes after another, which is how many paths
 * it takes to pass every node (Dilworth, A decomposition theorem for partially ordered sets, Annals
 * of Mathematics 51, 1950). The paths are laid greedily, so there may be some more than it takes,
 * but never fewer. Linear in nodes and edges. Confined to one thread.
 */
final class Width {
  private final Nodes nodes;

  /** How many paths lead to a node and are not led on. */
  private final int[] ends;

  /** How many successors of a node have not been looked at. */
  private final int[] successorsLeft;

  private int paths;

  private Width(Nodes nodes, Successors successors) {
    this.nodes = nodes;
    this.ends = new int[nodes.size()];
    this.successorsLeft = new int[nodes.size()];
    for (int node = 0; node < successorsLeft.length; node++) {
      successorsLeft[node] = successors.end(node) - successors.begin(node);
    }
  }

  /** Returns the number of paths; 0 for an empty graph. */
  static int of(Nodes nodes) {
    Successors successors = Successors.of(nodes);
    TopologicalOrder order = TopologicalOrder.of(nodes, successors);
    Width width = new Width(nodes, successors);
    for (int at = 0; at < order.size(); at++) {
      width.pass(order.at(at));
    }
    return width.paths;
  }

  /** Leads paths on to a node, or lays a new one. */
  private void pass(int node) {
    ends[node] = fromFinished(node);
    if (ends[node] == 0 && nodes.isLive(node)) {
      ends[node] = 1;
      paths += isOneLedOn(node) ? 0 : 1;
    }
  }

  /** Takes all paths from the predecessors that have no other use for them. */
  private int fromFinished(int node) {
    int taken = 0;
    for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
      int predecessor = nodes.predecessor(edge);
      successorsLeft[predecessor]--;
      if (successorsLeft[predecessor] == 0) {
        taken += ends[predecessor];
        ends[predecessor] = 0;
      }
    }
    return taken;
  }

  /** Takes one path from any predecessor that has one. */
  private boolean isOneLedOn(int node) {
    for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
      int predecessor = nodes.predecessor(edge);
      if (ends[predecessor] > 0) {
        ends[predecessor]--;
        return true;
      }
    }
    return false;
  }
}
