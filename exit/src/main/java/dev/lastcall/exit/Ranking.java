package dev.lastcall.exit;

/**
 * The order in which ready nodes are run when threads are short: longest remaining path first.
 *
 * <p>Critical-path scheduling after Hu (Parallel sequencing and assembly line problems, Operations
 * Research 9, 1961). Ranks come from one stable counting sort of at most 65 536 classes over a
 * topological order, so they are linear in the number of nodes and a topological order themselves;
 * paths that differ by less than a class keep the order of registration. Immutable and thread-safe.
 */
final class Ranking {
  private static final int FEWEST_CLASSES_LOG = 10;
  private static final int MOST_CLASSES_LOG = 16;

  private final int[] nodes;
  private final int[] ranks;

  private Ranking(int[] nodes, int[] ranks) {
    this.nodes = nodes;
    this.ranks = ranks;
  }

  /**
   * Ranks nodes.
   *
   * @param remaining the length of the longest path from the begin of each node on
   */
  static Ranking of(TopologicalOrder order, long[] remaining) {
    long longest = 0;
    for (long path : remaining) {
      longest = Math.max(longest, path);
    }
    int log = bits(remaining.length) + 2;
    log = Math.max(FEWEST_CLASSES_LOG, Math.min(MOST_CLASSES_LOG, log));
    int shift = Math.max(0, bits(longest) - log);
    int[] starts = new int[(1 << log) + 1];
    for (long path : remaining) {
      starts[(int) ((longest - path) >> shift) + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] nodes = new int[remaining.length];
    int[] ranks = new int[remaining.length];
    for (int at = 0; at < nodes.length; at++) {
      int node = order.at(at);
      int rank = starts[(int) ((longest - remaining[node]) >> shift)]++;
      nodes[rank] = node;
      ranks[node] = rank;
    }
    return new Ranking(nodes, ranks);
  }

  private static int bits(long value) {
    return Long.SIZE - Long.numberOfLeadingZeros(value);
  }

  /** Returns the node of a rank. */
  int node(int rank) {
    return nodes[rank];
  }

  /** Returns the rank of a node. */
  int rank(int node) {
    return ranks[node];
  }
}
