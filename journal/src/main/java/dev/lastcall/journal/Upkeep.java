package dev.lastcall.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
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
  private final Consumer<Throwable> onFailure;
  private final Runnable atTheEnd;
  private final ReentrantLock working = new ReentrantLock();
  private @Nullable Segment seen;
  private long seenPosition;
  private int idleTicks;
  private volatile long released;
  private volatile long oldestLast = Long.MAX_VALUE;

  Upkeep(
      SegmentChain chain,
      SegmentStock stock,
      CoarseClock clock,
      Consumer<Throwable> onFailure,
      Runnable atTheEnd) {
    this.chain = chain;
    this.stock = stock;
    this.clock = clock;
    this.onFailure = onFailure;
    this.atTheEnd = atTheEnd;
  }

  /** Starts it; returns the thread. */
  Thread start(String name) {
    Thread thread = JournalThreads.make(this, name);
    chain.preparedBy(thread, this::help);
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
        // Nobody has reason to interrupt it, and an interrupt would close the files it writes.
        Thread.interrupted();
        clock.tick();
        prepare();
        rest();
      }
    } finally {
      clock.sleep();
      atTheEnd.run();
    }
  }

  /** Prepares the next segment if there is none; also called once before the thread is started. */
  void prepare() {
    working.lock();
    try {
      retireSeen();
      while (chain.needsNext()) {
        long before = released;
        Segment next = stock.next(before);
        oldestLast = stock.oldestLast();
        if (next != null) {
          offer(next);
          return;
        }
        chain.expectNone(!stock.someoneIsLate());
        if (released == before) {
          return;
        }
      }
    } catch (IOException | RuntimeException | Error failure) {
      onFailure.accept(failure);
    } finally {
      working.unlock();
    }
  }

  /** Called by an appender that waits, because this thread may get no processor for long. */
  private void help() {
    if (!working.tryLock()) {
      return;
    }
    try {
      retireSeen();
      Segment next = chain.needsNext() ? stock.nextAtOnce(released) : null;
      if (next != null) {
        offer(next);
      }
    } catch (IOException | RuntimeException | Error failure) {
      onFailure.accept(failure);
    } finally {
      working.unlock();
    }
  }

  /** The segments of this opening that hold anything. */
  List<Segment> written() {
    working.lock();
    try {
      List<Segment> all = new ArrayList<>(stock.written());
      Segment newest = chain.newest();
      if (seen != null && seen != newest) {
        all.add(seen);
      }
      if (newest != null) {
        all.add(newest);
      }
      return all;
    } finally {
      working.unlock();
    }
  }

  private void offer(Segment next) {
    seen = chain.current() == null ? next : seen;
    chain.offer(next);
  }

  /** Several may have been written to their ends since the last time. */
  private void retireSeen() {
    Segment current = chain.current();
    while (current != null && seen != null && seen != current) {
      Segment next = seen.next();
      stock.retire(seen);
      seen = next;
    }
    seen = seen == null ? current : seen;
    oldestLast = stock.oldestLast();
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
    clock.sleep();
    idleTicks = 0;
    if (!chain.isEnded()) {
      LockSupport.park(this);
    }
  }
}
