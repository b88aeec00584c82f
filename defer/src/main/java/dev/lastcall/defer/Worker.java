package dev.lastcall.defer;

import dev.lastcall.api.PlainCleanup;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one cleanup thread does: takes pieces, sleeps when there are none, waits aside as a spare.
 *
 * <p>The others act on it by {@link #wakeIdle}, {@link #callUp}, {@link #lend} and {@link #dismiss}
 * only, which are thread-safe.
 */
final class Worker implements Runnable {
  private static final long SETTLE_NANOS = 1_000_000;

  private final String idleName;
  private final Works works;
  private final Watchdog watchdog;
  private final Crew crew;
  private final Thread thread;
  private final ThreadName name;
  private final PieceRun pieces;
  private final PieceWatch watch;
  private final AtomicReference<State> state;
  private volatile @Nullable PlainCleanup errand;
  private @Nullable BoundedWork foundWork;
  private int foundPiece = BoundedWork.NONE;
  private boolean slept = true;

  /** Where a worker stands. */
  enum State {
    /** Takes pieces. */
    ACTIVE,
    /** Sleeps until there are pieces. */
    IDLE,
    /** Sleeps until it has to take the place of another. */
    SPARE,
    /** Was a spare and will be one again when it has run an errand. */
    LENT,
    /** Has to end. */
    DISMISSED
  }

  /** What a worker needs of the others. */
  interface Crew extends PieceWatch.Backup {
    /** Wakes two idle workers, if there are any. */
    void wakeMore();

    /** Takes note of what went wrong outside the pieces. */
    void fault(Throwable thrown);

    /** Whether a place is empty for want of threads; if so it is now the asking worker's. */
    boolean takeEmptyPlace();

    /** Whether there are fewer spares than there should be. */
    boolean isShortOfSpares();

    /** Takes note that a worker has ended. */
    void left(Worker worker);
  }

  Worker(
      String idleName,
      State state,
      Works works,
      Watchdog watchdog,
      Crew crew,
      Function<Runnable, Thread> threads) {
    this.idleName = idleName;
    this.state = new AtomicReference<>(state);
    this.works = works;
    this.watchdog = watchdog;
    this.crew = crew;
    this.thread = threads.apply(this);
    this.name = new ThreadName(idleName);
    RunningPiece running = new RunningPiece();
    this.pieces = new PieceRun(running, thread, watchdog, name);
    this.watch = new PieceWatch(running, thread, watchdog, name, crew);
  }

  Thread thread() {
    return thread;
  }

  PieceWatch watch() {
    return watch;
  }

  /** Makes the worker active if it is idle. */
  boolean wakeIdle() {
    boolean left = leave(State.IDLE, State.ACTIVE);
    if (left) {
      works.idle.decrementAndGet();
      wake();
    }
    return left;
  }

  /** Makes the worker active if it is a spare. */
  boolean callUp() {
    boolean left = leave(State.SPARE, State.ACTIVE);
    if (left) {
      wake();
    }
    return left;
  }

  /** Lets the worker run an action if it is a spare. */
  boolean lend(PlainCleanup action) {
    boolean left = leave(State.SPARE, State.LENT);
    if (left) {
      errand = action;
      wake();
    }
    return left;
  }

  boolean isSpare() {
    return state.get() == State.SPARE;
  }

  private boolean leave(State from, State to) {
    return state.get() == from && state.compareAndSet(from, to);
  }

  private void wake() {
    LockSupport.unpark(thread);
  }

  void dismiss() {
    state.set(State.DISMISSED);
    wake();
  }

  @Override
  public void run() {
    while (state.get() != State.DISMISSED) {
      try {
        turn();
      } catch (Throwable e) {
        crew.fault(e);
        Thread.interrupted();
      }
    }
    watch.retire();
    crew.left(this);
  }

  private void turn() {
    PlainCleanup ours = errand;
    if (ours != null) {
      runErrand(ours);
    } else if (state.get() != State.ACTIVE) {
      park();
    } else if (find() || findSpinning() || sleepUntilWoken()) {
      workOn();
    }
  }

  private void runErrand(PlainCleanup ours) {
    try {
      ours.run();
    } catch (Throwable e) {
      // What a force action throws is of no use to anyone: its effect counts.
    } finally {
      errand = null;
      Thread.interrupted();
      thread.setName(idleName);
      standBy(State.LENT);
    }
  }

  /** Becomes a spare, or ends where there are enough: those that return are not to pile up. */
  private void standBy(State from) {
    leave(from, crew.isShortOfSpares() ? State.SPARE : State.DISMISSED);
  }

  private void park() {
    LockSupport.park(works);
    Thread.interrupted(); // somebody else's; it would keep the thread from sleeping
  }

  /** Takes a piece of any work. */
  private boolean find() {
    for (BoundedWork work : works.all()) {
      int piece = work.take();
      if (piece != BoundedWork.NONE) {
        foundWork = work;
        foundPiece = piece;
        return true;
      }
      if (work.isFinished()) {
        works.remove(work);
      }
    }
    return false;
  }

  /** Looks on for some microseconds where the next piece may come within them. */
  private boolean findSpinning() {
    if (!pieces.wasBrief()) {
      return false;
    }
    works.awaitOffer();
    return find();
  }

  /** Returns whether a piece was found after all while falling asleep. */
  private boolean sleepUntilWoken() {
    name.hide();
    pieces.forget();
    foundWork = null;
    works.idle.incrementAndGet();
    leave(State.ACTIVE, State.IDLE);
    if (find()) {
      wakeIdle();
      return true;
    }
    while (state.get() == State.IDLE) {
      park();
    }
    slept = true;
    return false;
  }

  private void workOn() {
    BoundedWork work = Objects.requireNonNull(foundWork);
    if (work.isReady() || works.all().length > 1) {
      crew.wakeMore();
    }
    int piece = foundPiece;
    long now = watchdog.ticker().nanos();
    if (slept) {
      slept = false;
      name.workBegins(now);
    }
    while (piece != BoundedWork.NONE) {
      now = pieces.run(work, piece, now);
      if (pieces.isLost()) {
        comeBack();
        return;
      }
      piece = pieces.next();
      if (piece == BoundedWork.NONE) {
        piece = work.take();
      }
    }
  }

  /** The piece was abandoned and the thread replaced, but now it has returned. */
  private void comeBack() {
    while (!pieces.isSettled()) {
      LockSupport.parkNanos(SETTLE_NANOS);
    }
    if (!crew.takeEmptyPlace()) {
      standBy(State.ACTIVE);
    }
  }
}
