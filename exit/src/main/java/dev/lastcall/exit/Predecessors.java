package dev.lastcall.exit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that a node is ordered after once withdrawn cleanups are looked through. */
final class Predecessors {
  private Predecessors() {}

  /** Returns the names of the nearest live predecessors, each once. */
  static List<String> names(Nodes nodes, int node) {
    if (nodes.firstEdge(node) == Nodes.NONE) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    List<Integer> junctions = new ArrayList<>();
    Set<Integer> seen = new LinkedHashSet<>();
    junctions.add(node);
    for (int at = 0; at < junctions.size(); at++) {
      int from = junctions.get(at);
      for (int edge = nodes.firstEdge(from); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
        int predecessor = nodes.predecessor(edge);
        if (nodes.isLive(predecessor)) {
          names.add(nodes.name(predecessor));
        } else if (nodes.isJunction(predecessor) && seen.add(predecessor)) {
          junctions.add(predecessor);
        }
      }
    }
    return List.copyOf(names);
  }
}
