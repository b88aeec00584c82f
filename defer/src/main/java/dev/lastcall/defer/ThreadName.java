package dev.lastcall.defer;

/**
 * The name of a cleanup thread: {@code lc:NAME} while it runs a piece, for jstack, ps and kernel
 * tracers.
 *
 * <p>To name a thread costs a system call. So a piece is named when it begins unless naming would
 * take more than a tenth of the time that the thread has been at work; with pieces that last longer
 * than some microseconds each is. Confined to its thread, but for {@link #tell}.
 */
final class ThreadName {
  /** What one naming is reckoned to cost; measured 0.7 us on Linux, JDK 17 and 25. */
  private static final long COST_NANOS = 1_000;

  private static final int SHARE = 10;
  private static final long ADVANCE_NANOS = 4 * COST_NANOS;

  private final String idle;
  private long beganNanos;
  private long spentNanos;
  private boolean named;

  ThreadName(String idle) {
    this.idle = idle;
  }

  /** Notes that the thread begins to work after a pause. */
  void workBegins(long nowNanos) {
    beganNanos = nowNanos;
    spentNanos = -ADVANCE_NANOS;
  }

  /** Whether the next piece is to be named; if it is, call {@link #tell}, else {@link #hide}. */
  boolean isAffordable(long nowNanos) {
    return (nowNanos - beganNanos) / SHARE - spentNanos >= 2 * COST_NANOS;
  }

  /** Names the calling thread after a piece. */
  void tell(String piece) {
    Thread.currentThread().setName("lc:" + piece);
    spentNanos += COST_NANOS;
    named = true;
  }

  /** Takes the name of the last piece away. */
  void hide() {
    if (named) {
      Thread.currentThread().setName(idle);
      spentNanos += COST_NANOS;
      named = false;
    }
  }
}
