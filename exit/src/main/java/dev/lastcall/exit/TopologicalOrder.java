package dev.lastcall.exit;

import org.jspecify.annotations.Nullable;

/**
 * An order of all nodes in which each comes after its predecessors.
 *
 * <p>The order of registration where that is one, else Kahn's (Topological sorting of large
 * networks, CACM 5, 1962): wave by wave. Immutable and thread-safe.
 */
final class TopologicalOrder {
  private final int @Nullable [] order;
  private final int size;

  private TopologicalOrder(int @Nullable [] order, int size) {
    this.order = order;
    this.size = size;
  }

  static TopologicalOrder of(Nodes nodes, Successors successors) {
    return new TopologicalOrder(nodes.isInOrder() ? null : kahn(nodes, successors), nodes.size());
  }

  private static int[] kahn(Nodes nodes, Successors successors) {
    int[] waits = new int[nodes.size()];
    int[] order = new int[nodes.size()];
    int end = 0;
    for (int node = 0; node < waits.length; node++) {
      waits[node] = nodes.predecessors(node);
      if (waits[node] == 0) {
        order[end++] = node;
      }
    }
    for (int at = 0; at < end; at++) {
      for (int i = successors.begin(order[at]); i < successors.end(order[at]); i++) {
        int successor = successors.at(i);
        if (--waits[successor] == 0) {
          order[end++] = successor;
        }
      }
    }
    return order;
  }

  int size() {
    return size;
  }

  /** Returns the node at a position. */
  int at(int position) {
    return order == null ? position : order[position];
  }
}
