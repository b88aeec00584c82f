package dev.lastcall.exit;

/**
 * The edges of a graph in the other direction: who comes after a node.
 *
 * <p>Compressed sparse rows, 4 bytes a node and 4 an edge. Immutable and thread-safe.
 */
final class Successors {
  private final int[] ends;
  private final int[] successors;

  private Successors(int[] ends, int[] successors) {
    this.ends = ends;
    this.successors = successors;
  }

  static Successors of(Nodes nodes) {
    int[] ends = new int[nodes.size() + 1];
    for (int node = 0; node < nodes.size(); node++) {
      for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
        ends[nodes.predecessor(edge)]++;
      }
    }
    int sum = 0;
    for (int node = 0; node < ends.length; node++) {
      int count = ends[node];
      ends[node] = sum;
      sum += count;
    }
    int[] successors = new int[sum];
    for (int node = 0; node < nodes.size(); node++) {
      for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
        successors[ends[nodes.predecessor(edge)]++] = node;
      }
    }
    return new Successors(ends, successors);
  }

  /** Returns the index of a node's first successor. */
  int begin(int node) {
    return node == 0 ? 0 : ends[node - 1];
  }

  /** Returns the index behind a node's last successor. */
  int end(int node) {
    return ends[node];
  }

  /** Returns the successor at an index. */
  int at(int index) {
    return successors[index];
  }

  /** Tells whether nobody comes after a node. */
  boolean isLast(int node) {
    return begin(node) == end(node);
  }
}
