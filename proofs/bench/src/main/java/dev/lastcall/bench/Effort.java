package dev.lastcall.bench;

/**
 * How much time a figure gets. Many short iterations: the best of them met no neighbour.
 *
 * <p>The constants below are those of JMH; {@link #rounds} is for everything else.
 */
enum Effort {
  /** For a figure. */
  FULL(2, 5, 120, 8, 100, 1),
  /** For an impression. */
  QUICK(1, 4, 100, 5, 60, 5),
  /** For a test of this code: within this process, and the numbers mean nothing. */
  SMOKE(0, 1, 1, 2, 1, 1_000);

  final int forks;
  final int warmups;
  final int warmupMillis;
  final int iterations;
  final int iterationMillis;
  private final int divisor;

  Effort(
      int forks, int warmups, int warmupMillis, int iterations, int iterationMillis, int divisor) {
    this.forks = forks;
    this.warmups = warmups;
    this.warmupMillis = warmupMillis;
    this.iterations = iterations;
    this.iterationMillis = iterationMillis;
    this.divisor = divisor;
  }

  /** Returns how often something is measured that is measured so often for a figure. */
  int rounds(int forAFigure) {
    return Math.max(this == SMOKE ? 1 : 3, forAFigure / divisor);
  }
}
