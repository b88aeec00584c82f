package dev.lastcall.exit;

import java.util.Arrays;

/**
 * A copy of the nodes without what withdrawn ones left behind.
 *
 * <p>A junction without predecessors disappears, one with a single predecessor is replaced by it,
 * one that nobody points at is left out. Others stay, because to join each of their predecessors
 * with each of their successors could square the number of edges. Linear in nodes and edges. Not
 * thread-safe.
 */
final class Compaction {
  private static final int GONE = -1;

  private final Nodes from;
  private final int[] standIns;
  private final boolean[] wanted;
  private final int[] numbers;

  private Compaction(Nodes from) {
    this.from = from;
    this.standIns = new int[from.size()];
    this.wanted = new boolean[from.size()];
    this.numbers = new int[from.size()];
  }

  /** Returns the copy; the order of what stays is kept. */
  static Nodes of(Nodes nodes) {
    Compaction compaction = new Compaction(nodes);
    TopologicalOrder order = TopologicalOrder.of(nodes, Successors.of(nodes));
    compaction.findStandIns(order);
    compaction.findWanted(order);
    return compaction.copy();
  }

  /** From first to last: what a node is replaced by. */
  private void findStandIns(TopologicalOrder order) {
    for (int at = 0; at < order.size(); at++) {
      int node = order.at(at);
      standIns[node] = node;
      if (from.isJunction(node)) {
        int[] predecessors = predecessors(node);
        if (predecessors.length < 2) {
          standIns[node] = predecessors.length == 0 ? GONE : predecessors[0];
        }
      }
    }
  }

  /** From last to first: whom somebody that stays points at. */
  private void findWanted(TopologicalOrder order) {
    for (int at = order.size() - 1; at >= 0; at--) {
      int node = order.at(at);
      wanted[node] |= from.isLive(node);
      if (wanted[node]) {
        for (int predecessor : predecessors(node)) {
          wanted[predecessor] = true;
        }
      }
    }
  }

  /** Returns what stands in for the predecessors of a node, each once. */
  private int[] predecessors(int node) {
    int[] found = new int[from.predecessors(node)];
    int kept = 0;
    for (int edge = from.firstEdge(node); edge != Nodes.NONE; edge = from.nextEdge(edge)) {
      int standIn = standIns[from.predecessor(edge)];
      if (standIn != GONE) {
        found[kept++] = standIn;
      }
    }
    return Arrays.stream(found, 0, kept).distinct().toArray();
  }

  private Nodes copy() {
    Nodes to = new Nodes();
    for (int node = 0; node < from.size(); node++) {
      numbers[node] = wanted[node] ? to.addCopy(from, node) : GONE;
    }
    for (int node = 0; node < from.size(); node++) {
      if (wanted[node]) {
        int[] predecessors = predecessors(node);
        Arrays.setAll(predecessors, i -> numbers[predecessors[i]]);
        to.addEdges(numbers[node], predecessors, predecessors.length);
      }
    }
    to.checkOrder();
    return to;
  }
}
