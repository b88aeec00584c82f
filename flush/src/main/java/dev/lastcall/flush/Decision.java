package dev.lastcall.flush;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which way the one flush goes: gracefully, or as the gasp, at its deadline or at a second signal.
 *
 * <pre>
 *  OPEN → GRACEFUL          the exit flushes
 *  OPEN → GASP → OVER       the gasp is wanted; the timekeeper takes it
 *  OPEN → OVER              closed
 * </pre>
 *
 * <p>Every step is a compare-and-set and tells whether this caller made it. Free of allocation and
 * of waiting. Thread-safe.
 */
final class Decision {
  private static final int OPEN = 0;
  private static final int GRACEFUL = 1;
  private static final int GASP = 2;
  private static final int OVER = 3;

  private final AtomicInteger state = new AtomicInteger(OPEN);

  /** Whether nothing has been decided yet. */
  boolean isOpen() {
    return state.get() == OPEN;
  }

  /** Whether the gasp is wanted or has begun. */
  boolean isGasp() {
    return state.get() >= GASP;
  }

  /** The exit: flushes gracefully, unless the gasp was first. */
  boolean flushGracefully() {
    return state.compareAndSet(OPEN, GRACEFUL);
  }

  /** Anybody: wants the gasp; false if something was decided before. */
  boolean wantGasp() {
    return state.compareAndSet(OPEN, GASP);
  }

  /** The timekeeper: begins the gasp if it is wanted; true once. */
  boolean beginGasp() {
    return state.compareAndSet(GASP, OVER);
  }

  /** From now on there will be no flush, unless one was decided on. */
  void close() {
    state.compareAndSet(OPEN, OVER);
  }
}
