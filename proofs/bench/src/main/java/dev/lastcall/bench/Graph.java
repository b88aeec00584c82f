package dev.lastcall.bench;

import java.util.Random;

/** A graph to be measured: the predecessors of each node, each of them before it. */
final class Graph {
  /** Where the random numbers of all graphs begin. */
  static final long SEED = 20_261_122;

  private static final int[] NOBODY = {};

  private final int[][] predecessors;

  private Graph(int[][] predecessors) {
    this.predecessors = predecessors;
  }

  /** Returns a graph of a shape: {@code layered}, {@code fan} or {@code chain}. */
  static Graph of(String shape, int size) {
    Random random = new Random(SEED);
    int width = Math.max(1, (int) Math.sqrt(size));
    int[][] predecessors = new int[size][];
    for (int node = 0; node < size; node++) {
      predecessors[node] =
          switch (shape) {
            case "chain" -> node == 0 ? NOBODY : new int[] {node - 1};
            case "fan" -> node == 0 ? NOBODY : new int[] {0};
            case "layered" -> layered(random, node, width);
            default -> throw new IllegalArgumentException(shape);
          };
    }
    return new Graph(predecessors);
  }

  /** Two nodes of the layer above. */
  private static int[] layered(Random random, int node, int width) {
    int above = (node / width - 1) * width;
    if (above < 0) {
      return NOBODY;
    }
    int first = above + random.nextInt(width);
    int second = above + random.nextInt(width);
    return first == second ? new int[] {first} : new int[] {first, second};
  }

  /** Returns what makes the layered graphs the same again. */
  static String seedLine() {
    return "\nLayered graphs: two predecessors drawn from the layer above, seed %d.\n"
        .formatted(SEED);
  }

  /** Returns the numbers of each node's predecessors. */
  int[][] predecessors() {
    return predecessors;
  }

  int size() {
    return predecessors.length;
  }

  /** Returns the longest chain before each node, in nodes: what systems with phases are given. */
  int[] levels() {
    int[] levels = new int[size()];
    for (int node = 0; node < levels.length; node++) {
      for (int predecessor : predecessors[node]) {
        levels[node] = Math.max(levels[node], levels[predecessor] + 1);
      }
    }
    return levels;
  }

  /** Returns the longest chain when each node takes a time. */
  long criticalPath(long[] times) {
    long[] ends = new long[size()];
    long longest = 0;
    for (int node = 0; node < ends.length; node++) {
      long begin = 0;
      for (int predecessor : predecessors[node]) {
        begin = Math.max(begin, ends[predecessor]);
      }
      ends[node] = begin + times[node];
      longest = Math.max(longest, ends[node]);
    }
    return longest;
  }
}
