package dev.lastcall.exit;

/**
 * How much of the time that is left a node gets when it begins.
 *
 * <p>A node gets its bound, unless the longest chain behind it would then miss the deadline. Each
 * link of that chain counts with its bound and the patience that follows an interrupt, all scaled
 * down together where they do not fit. A node that begins later than its last moment gets its
 * proportional share of what is left, so that lateness is shared and nothing is lost that can still
 * begin. Times are in ticks. Immutable and thread-safe.
 */
final class Budget {
  private static final long SHORTEST_PATIENCE_NANOS = 20_000_000;
  private static final long LONGEST_PATIENCE_NANOS = 250_000_000;
  private static final int PATIENCE_SHARE = 10;

  private final Nodes nodes;
  private final int[] behind;
  private final double factor;
  private final TickScale scale;
  private final int shortestPatience;
  private final int longestPatience;

  private Budget(Nodes nodes, int[] behind, double factor, TickScale scale) {
    this.nodes = nodes;
    this.behind = behind;
    this.factor = factor;
    this.scale = scale;
    this.shortestPatience = scale.ticks(SHORTEST_PATIENCE_NANOS);
    this.longestPatience = scale.ticks(LONGEST_PATIENCE_NANOS);
  }

  /**
   * Works out the budget.
   *
   * @param behind for each node the longest chain behind it, each link counted with {@link #need}
   * @param available the time of all cleanups in ticks
   */
  static Budget of(Nodes nodes, long[] behind, int available, TickScale scale) {
    long longest = 0;
    for (int node = 0; node < behind.length; node++) {
      longest = Math.max(longest, behind[node] + need(nodes, node, scale));
    }
    double factor = longest <= available ? 1 : (double) available / longest;
    int[] scaled = new int[behind.length];
    for (int node = 0; node < scaled.length; node++) {
      scaled[node] = factor == 1 ? (int) behind[node] : (int) (behind[node] * factor);
    }
    return new Budget(nodes, scaled, factor, scale);
  }

  /** Returns what a node may take in all: its bound and the patience after the interrupt. */
  static long need(Nodes nodes, int node, TickScale scale) {
    int bound = nodes.bound(node);
    if (bound == 0) {
      return 0;
    }
    long patience = scale.ticks(SHORTEST_PATIENCE_NANOS);
    patience = Math.max(patience, bound / PATIENCE_SHARE);
    return bound + Math.min(patience, scale.ticks(LONGEST_PATIENCE_NANOS));
  }

  /**
   * Returns what a node gets that begins now, at least one tick.
   *
   * @param left the time until the deadline
   */
  int allotted(int node, int left) {
    int bound = nodes.bound(node);
    long need = need(nodes, node, scale);
    long spare = (long) left - behind[node];
    if (spare >= need) {
      return bound;
    }
    double own = need * factor;
    long share = (long) (left * (own / (own + behind[node])));
    return (int) Math.max(1, Math.min(bound, lessPatience(Math.max(spare, share))));
  }

  /** Returns the bound that, with the patience after it, fills a time. */
  private long lessPatience(long time) {
    if (time >= (long) longestPatience * (PATIENCE_SHARE + 1)) {
      return time - longestPatience;
    }
    if (time >= (long) shortestPatience * (PATIENCE_SHARE + 1)) {
      return time * PATIENCE_SHARE / (PATIENCE_SHARE + 1);
    }
    return Math.max(time - shortestPatience, time / 2);
  }
}
