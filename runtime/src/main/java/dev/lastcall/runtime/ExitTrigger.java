package dev.lastcall.runtime;

import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.TraceContext;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one flag by which an exit begins, and the thread that waits for it.
 *
 * <p>Whoever pulls first decides the reason; pulling neither allocates nor blocks, so a signal
 * handler may do it. Thread-safe.
 */
final class ExitTrigger {
  /**
   * In the place of a signal. What equals what is not asked: the {@code equals} of a record is
   * linked when it is first called, which takes milliseconds.
   */
  private static final int NO_EXIT = -1;

  /** In the place of a request: no exit will begin. One word decides, so no signal gets lost. */
  private static final Request WITHDRAWN =
      new Request(new ExitReason(ExitReason.Door.REQUEST, "withdrawn"), 0, NO_EXIT, false);

  private final Ticker ticker;
  private final AtomicReference<@Nullable Request> request = new AtomicReference<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile @Nullable Thread waiting;
  private volatile boolean forced;
  private volatile long pulledAtNanos;
  private volatile boolean timed;

  ExitTrigger(Ticker ticker) {
    this.ticker = ticker;
  }

  /**
   * What was asked for.
   *
   * @param reason why the exit begins
   * @param exitCode the code of a clean exit, or {@link dev.lastcall.api.ExitReport#CHOSEN_BY_JVM}
   * @param signal the number of the signal that began it, or 0
   * @param jvmIsEnding whether the JVM's own shutdown has begun, so that the code is not ours
   * @param cause the trace of the code that asked for it
   */
  record Request(
      ExitReason reason,
      int exitCode,
      int signal,
      boolean jvmIsEnding,
      TraceContext.Captured cause) {
    /** Nobody's trace: a signal has none. */
    Request(ExitReason reason, int exitCode, int signal, boolean jvmIsEnding) {
      this(reason, exitCode, signal, jvmIsEnding, TraceContext.NoTrace.INSTANCE);
    }
  }

  /** Begins the exit; false if it had begun already. */
  boolean pull(Request wanted) {
    long now = ticker.nanos();
    if (!request.compareAndSet(null, wanted)) {
      return false;
    }
    pulledAtNanos = now;
    timed = true;
    LockSupport.unpark(waiting);
    return true;
  }

  boolean isPulled() {
    Request pulled = request.get();
    return pulled != null && pulled.signal() != NO_EXIT;
  }

  /** Whether no exit will begin any more. */
  boolean isWithdrawn() {
    Request pulled = request.get();
    return pulled != null && pulled.signal() == NO_EXIT;
  }

  /** Waits, on the one thread that runs the exit; null if no exit will ever begin. */
  @Nullable Request awaitPull() {
    waiting = Thread.currentThread();
    while (true) {
      Request pulled = request.get();
      if (isWithdrawn()) {
        return null;
      }
      if (pulled != null && timed) {
        return pulled;
      }
      LockSupport.park(this);
    }
  }

  /** The reading of the clock at which the exit began. */
  long pulledAtNanos() {
    return pulledAtNanos;
  }

  /** Says that nobody wants to wait any longer. */
  void force() {
    forced = true;
  }

  boolean isForced() {
    return forced;
  }

  /** Says that the exit has done all its work; only the process's end is left. */
  void finish() {
    done.countDown();
  }

  /** Waits until the exit has done all its work, or was withdrawn. */
  CountDownLatch done() {
    return done;
  }

  /** Makes sure that no exit begins any more; false if one has. */
  boolean withdraw() {
    if (request.compareAndSet(null, WITHDRAWN)) {
      LockSupport.unpark(waiting);
      done.countDown();
    }
    return isWithdrawn();
  }
}
