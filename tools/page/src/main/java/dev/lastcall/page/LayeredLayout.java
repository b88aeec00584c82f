package dev.lastcall.page;

import dev.lastcall.api.ExitReport.CleanupReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places the nodes of an exit graph in layers, each right of all of its predecessors.
 *
 * <p>The layer of a node is the length of the longest chain before it; within the layers nodes are
 * moved towards the middle of their neighbours, back and forth, so that few edges cross (the
 * barycentre method of Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical
 * System Structures", 1981). Names that are not in the report are ignored, and so are circles,
 * which only a damaged report can hold.
 */
final class LayeredLayout {
  private static final int SWEEPS = 8;

  private final int[][] before;
  private final int[][] behind;
  private final int[] layer;
  private final double[] row;

  private LayeredLayout(int[][] before) {
    this.before = before;
    this.behind = reversed(before);
    this.layer = new int[before.length];
    this.row = new double[before.length];
  }

  static LayeredLayout of(List<CleanupReport> cleanups) {
    LayeredLayout layout = new LayeredLayout(edges(cleanups));
    layout.putInLayers();
    layout.untangle();
    return layout;
  }

  /** Returns the layer of a node, from the left; 0 for those that wait for nobody. */
  int layer(int node) {
    return layer[node];
  }

  /** Returns the row of a node within its layer; 0 is the middle. */
  double row(int node) {
    return row[node];
  }

  private static int[][] edges(List<CleanupReport> cleanups) {
    Map<String, Integer> index = new HashMap<>();
    for (int node = 0; node < cleanups.size(); node++) {
      index.put(cleanups.get(node).name(), node);
    }
    return cleanups.stream()
        .map(cleanup -> cleanup.after().stream().filter(index::containsKey).mapToInt(index::get))
        .map(predecessors -> predecessors.distinct().toArray())
        .toArray(int[][]::new);
  }

  private static int[][] reversed(int[][] edges) {
    List<List<Integer>> reversed = new ArrayList<>();
    for (int node = 0; node < edges.length; node++) {
      reversed.add(new ArrayList<>());
    }
    for (int node = 0; node < edges.length; node++) {
      for (int predecessor : edges[node]) {
        reversed.get(predecessor).add(node);
      }
    }
    return reversed.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private void putInLayers() {
    int[] missing = new int[before.length];
    Deque<Integer> ready = new ArrayDeque<>();
    for (int node = 0; node < before.length; node++) {
      missing[node] = before[node].length;
      if (missing[node] == 0) {
        ready.add(node);
      }
    }
    while (!ready.isEmpty()) {
      int node = ready.remove();
      for (int successor : behind[node]) {
        layer[successor] = Math.max(layer[successor], layer[node] + 1);
        if (--missing[successor] == 0) {
          ready.add(successor);
        }
      }
    }
  }

  private void untangle() {
    Integer[][] layers = new Integer[1 + Arrays.stream(layer).max().orElse(0)][];
    for (int at = 0; at < layers.length; at++) {
      layers[at] = members(at);
      spread(layers[at]);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean forward = sweep % 2 == 0;
      for (int step = 0; step < layers.length; step++) {
        Integer[] members = layers[forward ? step : layers.length - 1 - step];
        sort(members, forward ? before : behind);
        spread(members);
      }
    }
  }

  private Integer[] members(int at) {
    List<Integer> members = new ArrayList<>();
    for (int node = 0; node < layer.length; node++) {
      if (layer[node] == at) {
        members.add(node);
      }
    }
    return members.toArray(Integer[]::new);
  }

  private void sort(Integer[] members, int[][] neighbours) {
    double[] middle = new double[layer.length];
    for (int node : members) {
      middle[node] =
          Arrays.stream(neighbours[node])
              .mapToDouble(neighbour -> row[neighbour])
              .average()
              .orElse(row[node]);
    }
    Arrays.sort(members, Comparator.comparingDouble(node -> middle[node]));
  }

  private void spread(Integer[] members) {
    for (int place = 0; place < members.length; place++) {
      row[members[place]] = place - (members.length - 1) / 2.0;
    }
  }
}
