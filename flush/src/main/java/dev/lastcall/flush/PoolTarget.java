package dev.lastcall.flush;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.api.PlainCleanup;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells a pool to close without waiting until it has, so that its peers see the end of their
 * connections rather than a silence.
 *
 * <p>The action runs once at most. The rehearsal does not run it, so its classes are cold unless a
 * harmless call is given with {@link #rehearsedBy}. Thread-safe.
 */
public final class PoolTarget implements FlushTarget {
  private static final PlainCleanup NOTHING = PoolTarget::nothing;

  private final PlainCleanup close;
  private final PlainCleanup rehearsal;
  private final AtomicBoolean done;

  private PoolTarget(PlainCleanup close, PlainCleanup rehearsal, AtomicBoolean done) {
    this.close = close;
    this.rehearsal = rehearsal;
    this.done = done;
  }

  /**
   * Runs an action that begins to close a pool and returns at once.
   *
   * @param close such as {@code hikari.getHikariPoolMXBean()::softEvictConnections}; one that waits
   *     is overtaken by the last gasp
   * @return the target
   * @throws IllegalArgumentException if it is null
   */
  public static PoolTarget of(PlainCleanup close) {
    return new PoolTarget(Arguments.given("close", close), NOTHING, new AtomicBoolean());
  }

  /**
   * Shuts an executor down without waiting for its tasks: queued ones are dropped, running ones are
   * told to stop.
   *
   * @param executor the pool
   * @return the target
   * @throws IllegalArgumentException if it is null
   */
  public static PoolTarget of(ExecutorService executor) {
    ExecutorService given = Arguments.given("executor", executor);
    return of((PlainCleanup) given::shutdownNow).rehearsedBy(given::isShutdown);
  }

  /**
   * Gives the call that stands in for the action at start-up.
   *
   * @param harmless a call that loads the same classes and changes nothing, such as reading the
   *     pool's size
   * @return a target that rehearses with it
   * @throws IllegalArgumentException if it is null
   */
  public PoolTarget rehearsedBy(PlainCleanup harmless) {
    return new PoolTarget(close, Arguments.given("harmless", harmless), done);
  }

  @Override
  public void flush(Deadline deadline) throws Exception {
    if (done.compareAndSet(false, true)) {
      close.run();
    }
  }

  @Override
  public void rehearse(Deadline deadline) throws Exception {
    rehearsal.run();
  }

  private static void nothing() {}
}
