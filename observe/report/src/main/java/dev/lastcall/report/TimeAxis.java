package dev.lastcall.report;

/**
 * The time axis that all bars of a report share: from the begin of the exit to {@code endNanos}.
 *
 * @param endNanos where it ends, above zero
 * @param cells how many cells it is wide
 */
record TimeAxis(long endNanos, int cells) {
  /** 36 years, so that no sum overflows. */
  private static final long LATEST_END = Long.MAX_VALUE / 8;

  private static final int LEAST_CELLS_BETWEEN_TICKS = 9;

  /** Returns the axis that ends at a time, or a hair later if that time is the begin itself. */
  static TimeAxis to(long endNanos, int cells) {
    return new TimeAxis(Math.max(1_000, Math.min(LATEST_END, endNanos)), cells);
  }

  /** Returns where a time lies, in cells from the left; between 0 and {@link #cells()}. */
  double position(long nanos) {
    double position = (double) nanos / endNanos * cells;
    return Math.max(0, Math.min(cells, position));
  }

  /** Returns the step between labels: 1, 2 or 5 of a power of ten, far enough apart to be read. */
  long step() {
    long least = Math.max(1, endNanos / Math.max(1, cells / LEAST_CELLS_BETWEEN_TICKS));
    long power = 1;
    while (power * 10 <= least) {
      power *= 10;
    }
    for (long factor : new long[] {1, 2, 5}) {
      if (power * factor >= least) {
        return power * factor;
      }
    }
    return power * 10;
  }
}
