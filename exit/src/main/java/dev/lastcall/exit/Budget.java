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
  private final Nodes nodes;
  private final Patience patience;
  private final int[] behind;
  private final double factor;

  private Budget(Nodes nodes, Patience patience, int[] behind, double factor) {
    this.nodes = nodes;
    this.patience = patience;
    this.behind = behind;
    this.factor = factor;
  }

  /**
   * Works out the budget.
   *
   * @param remaining for each node what it and the longest chain behind it need
   * @param needs what each node needs alone
   * @param available the time of all cleanups
   */
  static Budget of(Nodes nodes, Patience patience, long[] remaining, long[] needs, int available) {
    long longest = 0;
    for (long path : remaining) {
      longest = Math.max(longest, path);
    }
    double factor = longest <= available ? 1 : (double) available / longest;
    int[] behind = new int[remaining.length];
    for (int node = 0; node < behind.length; node++) {
      long rest = remaining[node] - needs[node];
      behind[node] = longest <= available ? (int) rest : (int) (rest * factor);
    }
    return new Budget(nodes, patience, behind, factor);
  }

  /** Tells whether all bounds, and all patience after them, fit. */
  boolean fits() {
    return factor == 1;
  }

  /**
   * Returns what a node gets that begins now, at least one tick.
   *
   * @param left the time until the deadline
   */
  int allotted(int node, int left) {
    int bound = nodes.bound(node);
    long need = patience.need(bound);
    long spare = (long) left - behind[node];
    if (spare >= need) {
      return bound;
    }
    double own = need * factor;
    long share = (long) (left * (own / (own + behind[node])));
    return (int) Math.max(1, Math.min(bound, patience.boundWithin(Math.max(spare, share))));
  }
}
