package dev.lastcall.defer;

import org.jspecify.annotations.Nullable;

/**
 * The name of a cleanup thread: {@code lc:NAME} while it runs a piece, for jstack, ps and kernel
 * tracers.
 *
 * <p>To name a thread costs a system call. So a piece is named when it begins unless naming would
 * take more than a tenth of the time that the thread has been at work; with pieces that last longer
 * than some microseconds each is. The name goes when the next piece begins, or when the thread goes
 * to sleep. One that is not, but lasts, is named by the watchdog: then jstack sees the name, the
 * kernel does not. Confined to its thread, but for {@link #tellFromOutside}.
 */
final class ThreadName {
  static final String PREFIX = "lc:";

  /** What one naming is reckoned to cost; measured 0.7 us on Linux, JDK 17 and 25. */
  private static final long COST_NANOS = 1_000;

  private static final int SHARE = 10;
  private static final long ADVANCE_NANOS = 4 * COST_NANOS;

  private final String idle;
  private long beganNanos;
  private long spentNanos;
  private @Nullable String shown;
  private volatile boolean toldFromOutside;

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
    if (!piece.equals(shown) || toldFromOutside) {
      set(PREFIX + piece, piece);
    }
  }

  /** Takes the name of the last piece away. */
  void hide() {
    if (shown != null || toldFromOutside) {
      set(idle, null);
    }
  }

  private void set(String name, @Nullable String piece) {
    shown = piece;
    toldFromOutside = false;
    spentNanos += COST_NANOS;
    Thread.currentThread().setName(name);
  }

  /** Any thread: names a thread that has been running an unnamed piece for long; jstack sees it. */
  void tellFromOutside(Thread thread, String piece) {
    toldFromOutside = true;
    thread.setName(PREFIX + piece);
    toldFromOutside = true; // if the piece has just ended, the name goes when the next one does
  }
}
