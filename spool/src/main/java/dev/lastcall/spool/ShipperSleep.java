package dev.lastcall.spool;

import dev.lastcall.api.Deadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How the thread of a shipper waits: in short naps while records were seen lately, so that nobody
 * has to wake it; fast asleep later, so that an idle process costs nothing.
 *
 * <p>The naps are its own; waking and urging are for any thread.
 */
final class ShipperSleep {
  private static final long SHORTEST_NAP_NANOS = 200_000;
  private static final long LONGEST_NAP_NANOS = 10_000_000;
  private static final int NAPS_BEFORE_SLEEP = 20;
  private static final Duration SLEEP = Duration.ofSeconds(1);
  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);

  private final AtomicBoolean asleep = new AtomicBoolean();
  private long nap = SHORTEST_NAP_NANOS;
  private int naps;
  private Duration backOff = FIRST_BACK_OFF;
  private volatile boolean urged;

  /** Something was done: what follows begins with short waits again. */
  void over() {
    nap = SHORTEST_NAP_NANOS;
    naps = 0;
    backOff = FIRST_BACK_OFF;
  }

  /** Waits for something to do, while a condition holds. */
  void idle(BooleanSupplier nothingToDo) {
    backOff = FIRST_BACK_OFF;
    urged = false;
    if (naps++ < NAPS_BEFORE_SLEEP) {
      LockSupport.parkNanos(this, nap);
      nap = Math.min(nap * 2, LONGEST_NAP_NANOS);
    } else {
      asleep.set(true);
      if (nothingToDo.getAsBoolean()) {
        LockSupport.parkNanos(this, SLEEP.toNanos());
      }
      asleep.set(false);
    }
    clearInterrupt();
  }

  /** Waits before another try, longer each time, while a condition holds and nobody urges. */
  void afterFailure(BooleanSupplier worthIt) {
    Deadline again = Deadline.after(backOff);
    while (!urged && worthIt.getAsBoolean() && !again.isExpired()) {
      LockSupport.parkNanos(this, again.remainingNanos());
      clearInterrupt();
    }
    if (!urged) {
      Duration doubled = backOff.multipliedBy(2);
      backOff = doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    } else {
      LockSupport.parkNanos(this, SHORTEST_NAP_NANOS);
    }
    urged = false;
  }

  void wake(@Nullable Thread sleeper) {
    if (asleep.get() && asleep.compareAndSet(true, false)) {
      LockSupport.unpark(sleeper);
    }
  }

  void urge(@Nullable Thread sleeper) {
    urged = true;
    LockSupport.unpark(sleeper);
  }

  /** An interrupt is not how a shipper ends, and would turn every wait into none. */
  private static void clearInterrupt() {
    Thread.interrupted();
  }
}
