package dev.lastcall.runtime;

import dev.lastcall.api.Deadline.Ticker;
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

  private final Ticker ticker;
  private final IntConsumer halt;
  private volatile @Nullable Thread thread;
  private volatile boolean armed;
  private volatile boolean stopped;
  private volatile long atNanos;
  private volatile int code;

  HaltGuard(Ticker ticker, IntConsumer halt) {
    this.ticker = ticker;
    this.halt = halt;
  }

  /**
   * Sets when the process ends at the latest and with which code; the earlier of two calls wins.
   */
  void arm(long deadlineNanos, int exitCode) {
    if (!armed || deadlineNanos - atNanos < 0) {
      atNanos = deadlineNanos;
    }
    code = exitCode;
    armed = true;
    LockSupport.unpark(thread);
  }

  /** Changes the code, once it is known. */
  void code(int exitCode) {
    code = exitCode;
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
      long left = armed ? atNanos - ticker.nanos() : FAR;
      if (left <= 0) {
        halt.accept(code);
        return;
      }
      LockSupport.parkNanos(this, left);
    }
  }
}
