package dev.lastcall.runtime;

import dev.lastcall.api.Deadline.Ticker;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process at the hard deadline, whatever hangs: cleanups, flush targets, the report or
 * other people's hooks.
 *
 * <p>Its thread is started long before and does nothing but wait, so it needs no lock and no
 * memory. Thread-safe.
 */
final class HaltGuard implements Runnable {
  private static final long FAR = Long.MAX_VALUE / 4;
  private static final long UNARMED = Long.MIN_VALUE;

  /** The bits of an exit code; a deadline can do without them. */
  private static final long CODES = 0xFF;

  private final Ticker ticker;
  private final IntConsumer halt;
  private volatile @Nullable Thread thread;
  private volatile boolean stopped;

  /** The deadline, and in the lowest bits its code: a signal may arm while the exit does. */
  private final AtomicLong deadlineAndCode = new AtomicLong(UNARMED);

  HaltGuard(Ticker ticker, IntConsumer halt) {
    this.ticker = ticker;
    this.halt = halt;
  }

  /**
   * Sets when the process ends at the latest, give or take 256 ns, and with which code; the earlier
   * of two calls wins. Free of allocation, for signal handlers.
   */
  void arm(long deadlineNanos, int exitCode) {
    long wanted = withCode(deadlineNanos, exitCode);
    long seen = deadlineAndCode.get();
    while ((seen == UNARMED || wanted - seen < 0) && !deadlineAndCode.compareAndSet(seen, wanted)) {
      seen = deadlineAndCode.get();
    }
    LockSupport.unpark(thread);
  }

  /** Changes the code, once it is known. */
  void code(int exitCode) {
    long seen = deadlineAndCode.get();
    while (seen != UNARMED && !deadlineAndCode.compareAndSet(seen, withCode(seen, exitCode))) {
      seen = deadlineAndCode.get();
    }
  }

  private static long withCode(long deadlineNanos, int exitCode) {
    return (deadlineNanos & ~CODES) | (exitCode & CODES);
  }

  /** Ends the process at once, on the calling thread. */
  void haltNow(int exitCode) {
    halt.accept(exitCode);
  }

  /** Ends the waiting without a halt. */
  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    while (!stopped) {
      long seen = deadlineAndCode.get();
      long left = seen == UNARMED ? FAR : (seen & ~CODES) - ticker.nanos();
      if (left <= 0) {
        halt.accept((int) (seen & CODES));
        return;
      }
      LockSupport.parkNanos(this, left);
    }
  }
}
