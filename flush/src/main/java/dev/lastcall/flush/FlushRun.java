package dev.lastcall.flush;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReport.TargetReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One run over all targets, in order, as a relay: one thread keeps the time, others run the
 * targets.
 *
 * <p>Whoever holds the baton runs the next target. A target that outlasts its share (what is left,
 * divided by the targets left, at least 5 ms) loses the baton: the timekeeper gives it to another
 * idle thread, which goes on with the targets behind. The slow one is not stopped; whether it comes
 * back before the end decides between "timed out" and "abandoned".
 *
 * <p>The baton is one word: leg, target, and whether a thread holds it. Every move is a
 * compare-and-set, so no target runs twice and none begins after the end. From {@link #keepTime} to
 * its return this class allocates nothing, except the stack sample of a target that hangs, and
 * takes no lock. Thread-safe; a run is used once.
 */
final class FlushRun implements Runnable {
  /** A target keeps the baton for this long, however little is left. */
  private static final long LEAST_SHARE_NANOS = 5_000_000;

  /** How long an offered thread may take to pick up the baton before one more is offered it. */
  private static final long PICK_UP_NANOS = 5_000_000;

  private static final long CLOSED = -1;
  private static final long HELD = 1;
  private static final long NEXT_TARGET = 2;
  private static final long NEXT_LEG = 1L << 32;

  private final TargetRun[] runs;
  private final TargetRun.Call call;
  private final Ticker ticker;
  private final AtomicLong baton = new AtomicLong();
  private volatile Deadline end;
  private volatile @Nullable Thread timekeeper;
  private volatile @Nullable Thread waiter;
  private volatile boolean over;
  private long offeredNanos;

  FlushRun(GaspTarget[] targets, TargetRun.Call call, Deadline end) {
    this.call = call;
    this.end = end;
    ticker = end.ticker();
    runs = new TargetRun[targets.length];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = new TargetRun(targets[i]);
    }
  }

  /** Moves the end; a timekeeper that waits has to be woken. */
  void endAt(Deadline end) {
    this.end = end;
  }

  /** Runs targets on the calling thread until there are no more or the baton is lost. */
  @Override
  public void run() {
    long mine = pickUp();
    while (mine != CLOSED && target(mine) < runs.length) {
      runTarget(target(mine));
      mine = baton.compareAndSet(mine, mine + NEXT_TARGET) ? mine + NEXT_TARGET : CLOSED;
    }
    LockSupport.unpark(timekeeper);
  }

  private long pickUp() {
    long seen = baton.get();
    boolean free = seen != CLOSED && (seen & HELD) == 0;
    return free && baton.compareAndSet(seen, seen | HELD) ? seen | HELD : CLOSED;
  }

  private void runTarget(int index) {
    TargetRun run = runs[index];
    long now = ticker.nanos();
    run.begin(now, share(index, now), Thread.currentThread());
    try {
      call.on(run.target(), end);
      run.returned(ticker.nanos());
    } catch (Throwable thrown) {
      run.threw(ticker.nanos(), thrown);
    }
  }

  private long share(int index, long now) {
    return Math.max(LEAST_SHARE_NANOS, (end.atNanos() - now) / (runs.length - index));
  }

  /**
   * Keeps the time on the calling thread; returns when every target has ended, at the end, or when
   * the run is cut.
   *
   * @param crew the threads that run the targets
   */
  void keepTime(GaspCrew crew) {
    timekeeper = Thread.currentThread();
    offer(crew);
    long left = remaining();
    while (left > 0 && !allEnded()) {
      LockSupport.parkNanos(this, Math.min(left, watch(crew)));
      left = remaining();
    }
    close();
  }

  private long remaining() {
    return baton.get() == CLOSED ? 0 : end.remainingNanos();
  }

  private boolean allEnded() {
    for (int i = 0; i < runs.length; i++) {
      if (!runs[i].hasEnded()) {
        return false;
      }
    }
    return true;
  }

  /** Passes the baton on where that is due, and returns for how long there is nothing to do. */
  private long watch(GaspCrew crew) {
    long seen = baton.get();
    if (seen == CLOSED || target(seen) >= runs.length) {
      return Long.MAX_VALUE; // only the overtaken are still running
    }
    if ((seen & HELD) == 0) {
      if (ticker.nanos() - offeredNanos >= PICK_UP_NANOS) {
        offer(crew);
      }
      return PICK_UP_NANOS;
    }
    TargetRun run = runs[target(seen)];
    if (!run.isRunning()) {
      return PICK_UP_NANOS; // it is about to begin or has just ended
    }
    long left = run.shareEndNanos() - ticker.nanos();
    if (left <= 0) {
      overtake(seen, crew);
    }
    return Math.max(left, PICK_UP_NANOS);
  }

  private void overtake(long seen, GaspCrew crew) {
    if (baton.compareAndSet(seen, (seen & ~HELD) + NEXT_TARGET + NEXT_LEG)) {
      if (target(seen) + 1 < runs.length) {
        offer(crew);
      }
      runs[target(seen)].overtaken();
    }
  }

  private void offer(GaspCrew crew) {
    crew.offer(this);
    offeredNanos = ticker.nanos();
  }

  /** Takes the baton away for good; no target begins after this. */
  void close() {
    baton.set(CLOSED);
    over = true;
    LockSupport.unpark(timekeeper);
    LockSupport.unpark(waiter);
  }

  /**
   * Waits on the calling thread until the run is over or its end has passed, then closes it. An
   * interrupted thread cannot park, and the interrupt is not ours to clear, so it spins.
   */
  void await() {
    waiter = Thread.currentThread();
    while (!over && !end.isExpired()) {
      LockSupport.parkNanos(this, end.remainingNanos());
    }
    close();
  }

  /** Returns what became of each target; allocates, so only after the run. */
  List<TargetReport> reports() {
    List<TargetReport> reports = new ArrayList<>(runs.length);
    long now = ticker.nanos();
    for (TargetRun run : runs) {
      reports.add(run.report(run.outcome(now)));
    }
    return reports;
  }

  private static int target(long baton) {
    return (int) (baton & 0xFFFF_FFFFL) >>> 1;
  }
}
