package dev.lastcall.journal;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The thread behind a journal: prepares the next segment before it is needed, and keeps the coarse
 * clock while appends come. It parks while there is nothing to do.
 */
final class Upkeep implements Runnable {
  private static final long TICK_NANOS = 1_000_000;
  private static final int IDLE_TICKS = 20;

  private final SegmentChain chain;
  private final SegmentStock stock;
  private final CoarseClock clock;
  private final Forcing forcing;
  private final Consumer<IOException> onFailure;
  private final Runnable atTheEnd;
  private @Nullable Segment seen;
  private long seenPosition;
  private int idleTicks;
  private boolean failed;
  private volatile long released;
  private volatile long oldestLast = Long.MAX_VALUE;

  Upkeep(
      SegmentChain chain,
      SegmentStock stock,
      CoarseClock clock,
      Forcing forcing,
      Consumer<IOException> onFailure,
      Runnable atTheEnd) {
    this.chain = chain;
    this.stock = stock;
    this.clock = clock;
    this.forcing = forcing;
    this.onFailure = onFailure;
    this.atTheEnd = atTheEnd;
  }

  /** Starts it; returns the thread. */
  Thread start(String name) {
    Thread thread = new Thread(this, name);
    thread.setDaemon(true);
    chain.wakes(thread);
    thread.start();
    return thread;
  }

  void release(long sequence) {
    if (sequence > released) {
      released = sequence;
      if (sequence >= oldestLast) {
        chain.expectNone(false);
        chain.wake();
      }
    }
  }

  @Override
  public void run() {
    try {
      while (!chain.isEnded()) {
        clock.tick();
        prepare();
        forcing.ifDue(chain.current());
        rest();
      }
    } finally {
      clock.sleep();
      forcing.now(seen);
      atTheEnd.run();
    }
  }

  /** Prepares the next segment if there is none; also called once before the thread is started. */
  void prepare() {
    Segment current = chain.current();
    if (seen != null && current != seen && current != null) {
      forcing.now(seen);
      stock.retire(seen);
    }
    seen = current == null ? seen : current;
    oldestLast = stock.oldestLast();
    while (chain.needsNext()) {
      long before = released;
      Segment next = next(before);
      oldestLast = stock.oldestLast();
      if (next != null) {
        boolean becomesCurrent = chain.current() == null;
        chain.offer(next);
        seen = becomesCurrent ? next : seen;
        failed = false;
        return;
      }
      chain.expectNone(!stock.someoneIsLate());
      if (released == before) {
        return;
      }
    }
  }

  private @Nullable Segment next(long released) {
    try {
      return stock.next(released);
    } catch (IOException failure) {
      if (!failed) {
        failed = true;
        onFailure.accept(failure);
      }
      return null;
    }
  }

  private void rest() {
    Segment current = chain.current();
    long position = current == null ? 0 : current.position();
    idleTicks = position == seenPosition && current == seen ? idleTicks + 1 : 0;
    seenPosition = position;
    if (idleTicks < IDLE_TICKS || stock.someoneIsLate()) {
      LockSupport.parkNanos(this, TICK_NANOS);
      return;
    }
    forcing.now(current);
    clock.sleep();
    idleTicks = 0;
    if (!chain.isEnded()) {
      LockSupport.park(this);
    }
  }
}
