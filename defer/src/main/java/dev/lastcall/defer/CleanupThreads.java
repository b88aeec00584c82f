package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Finding;
import dev.lastcall.api.PlainCleanup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads that cleanups run on: started long before the exit, because at a thread limit none
 * can be started then, and with spares that take the places of those that get stuck.
 *
 * <p>All are platform daemon threads. One that runs a piece is named {@code lc:NAME}. A thread
 * whose piece was abandoned is left behind and replaced; if the piece ever returns, the thread
 * becomes a spare. Where no spare is left and no thread can be started, the others go on alone and
 * {@link #findings} says so. Thread-safe.
 */
public final class CleanupThreads implements AutoCloseable {
  /** The most threads that may be asked for. */
  public static final int MOST_WORKERS = 10_000;

  private static final int SPINS = 1_000;
  private static final long SETTLE_NANOS = 1_000_000;

  private final Watchdog watchdog;
  private final CopyOnWriteArrayList<Worker> workers = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<BoundedWork> works = new CopyOnWriteArrayList<>();
  private final AtomicInteger idle = new AtomicInteger();
  private final AtomicInteger missing = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile boolean notStarted;
  private volatile boolean closed;

  private CleanupThreads(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  /**
   * Starts cleanup threads, and as many spares, but two at least and eight at most.
   *
   * @param workers how many pieces can run at once: 1 to {@value #MOST_WORKERS}
   * @param watchdog what bounds them
   * @return the running threads
   * @throws IllegalArgumentException if there are to be none or too many
   */
  public static CleanupThreads start(int workers, Watchdog watchdog) {
    Arguments.between("workers", workers, 1, MOST_WORKERS);
    CleanupThreads threads = new CleanupThreads(Arguments.given("watchdog", watchdog));
    for (int i = 0; i < workers; i++) {
      threads.hire(State.ACTIVE);
    }
    int spares = Math.max(2, Math.min(8, workers));
    for (int i = 0; i < spares; i++) {
      threads.hire(State.SPARE);
    }
    return threads;
  }

  /**
   * Starts a daemon thread for one of the runtime's own few jobs.
   *
   * @param name the thread's name
   * @param body what it does
   * @return the running thread
   */
  public static Thread startDaemon(String name, Runnable body) {
    Thread thread = new Thread(null, Arguments.given("body", body), name, 0, false);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /**
   * Returns what bounds the threads.
   *
   * @return the watchdog
   */
  public Watchdog watchdog() {
    return watchdog;
  }

  /**
   * Offers work to the threads and returns at once. One thread is woken; every woken thread that
   * finds a piece wakes one more. Call {@link #wake} where many pieces are ready.
   *
   * @param work what is to be done
   */
  public void work(BoundedWork work) {
    works.add(Arguments.given("work", work));
    wakeOne();
  }

  /**
   * Wakes threads because pieces became ready; cheap if none sleeps. A cleanup thread that calls it
   * is reckoned to take one of them itself.
   *
   * @param pieces how many
   */
  public void wake(int pieces) {
    int more = Thread.currentThread() instanceof CleanupThread ? pieces - 1 : pieces;
    while (more-- > 0 && idle.get() > 0) {
      wakeOne();
    }
  }

  /**
   * Returns what a person should know: whether threads were missing.
   *
   * @return empty if all is well
   */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (notStarted) {
      findings.add(
          new Finding(
              "cleanup-threads-missing",
              Finding.Severity.WARNING,
              "A cleanup thread could not be started; those that run went on alone.",
              "Raise the thread limit (pids.max, ulimit -u) or lower the number of workers."));
    }
    return findings;
  }

  /** Lets the threads end once they are idle. Closing twice does nothing. */
  @Override
  public void close() {
    closed = true;
    workers.forEach(worker -> LockSupport.unpark(worker.thread));
  }

  private boolean wakeOne() {
    for (Worker worker : workers) {
      if (worker.leave(State.IDLE)) {
        LockSupport.unpark(worker.thread);
        return true;
      }
    }
    return false;
  }

  private @Nullable Worker spare() {
    for (Worker worker : workers) {
      if (worker.leave(State.SPARE)) {
        return worker;
      }
    }
    return null;
  }

  private void replace() {
    Worker spare = spare();
    if (spare != null) {
      LockSupport.unpark(spare.thread);
      hire(State.SPARE);
    } else if (!hire(State.ACTIVE)) {
      missing.incrementAndGet();
    }
  }

  private void runOnSpare(String name, PlainCleanup action) {
    Worker spare = spare();
    if (spare != null) {
      spare.errand =
          () -> {
            Thread.currentThread().setName("lc:" + name);
            action.run();
          };
      LockSupport.unpark(spare.thread);
    }
  }

  private boolean hire(State state) {
    try {
      Worker worker = new Worker(state, "lc:idle-" + numbers.incrementAndGet());
      worker.thread.start();
      workers.add(worker);
      watchdog.watch(worker.pieces);
      return true;
    } catch (Throwable e) {
      notStarted = true;
      return false;
    }
  }

  private enum State {
    ACTIVE,
    IDLE,
    SPARE
  }

  /** So that a thread of ours is known by its class. */
  private static final class CleanupThread extends Thread {
    CleanupThread(Runnable body, String name) {
      super(null, body, name, 0, false);
      setDaemon(true);
    }
  }

  private final class Worker implements Runnable, PieceRun.Backup {
    private final Thread thread;
    private final ThreadName name;
    private final PieceRun pieces;
    private final AtomicReference<State> state;
    private final String idleName;
    private volatile @Nullable PlainCleanup errand;
    private @Nullable BoundedWork foundWork;
    private int foundPiece = BoundedWork.NONE;

    Worker(State state, String idleName) {
      this.state = new AtomicReference<>(state);
      this.thread = new CleanupThread(this, idleName);
      this.idleName = idleName;
      this.name = new ThreadName(idleName);
      this.pieces = new PieceRun(thread, watchdog, name, this);
    }

    boolean leave(State from) {
      boolean left = state.get() == from && state.compareAndSet(from, State.ACTIVE);
      if (left && from == State.IDLE) {
        idle.decrementAndGet();
      }
      return left;
    }

    @Override
    public void replace() {
      CleanupThreads.this.replace();
    }

    @Override
    public void run(String name, PlainCleanup action) {
      runOnSpare(name, action);
    }

    @Override
    public void run() {
      while (!closed) {
        try {
          turn();
        } catch (Throwable e) {
          Thread.interrupted();
        }
      }
      pieces.retire();
      workers.remove(this);
    }

    private void turn() throws Exception {
      PlainCleanup ours = errand;
      if (ours != null) {
        runErrand(ours);
      } else if (state.get() == State.SPARE) {
        LockSupport.park(CleanupThreads.this);
      } else if (find() || findSpinning() || sleepUntilWoken()) {
        workOn();
      }
    }

    private void runErrand(PlainCleanup ours) throws Exception {
      try {
        ours.run();
      } finally {
        errand = null;
        Thread.interrupted();
        thread.setName(idleName);
        state.set(State.SPARE);
      }
    }

    /** Takes a piece of any work. */
    private boolean find() {
      for (BoundedWork work : works) {
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

    /** Looks on for some microseconds, because to be woken takes longer. */
    private boolean findSpinning() {
      for (int i = 0; i < SPINS; i++) {
        Thread.onSpinWait();
        if (find()) {
          return true;
        }
      }
      return false;
    }

    /** Returns whether a piece was found after all while falling asleep. */
    private boolean sleepUntilWoken() {
      idle.incrementAndGet();
      state.set(State.IDLE);
      if (find()) {
        leave(State.IDLE);
        return true;
      }
      while (state.get() == State.IDLE && !closed) {
        LockSupport.park(CleanupThreads.this);
      }
      return false;
    }

    private void workOn() {
      if (idle.get() > 0) {
        wakeOne();
      }
      BoundedWork work = Objects.requireNonNull(foundWork);
      int piece = foundPiece;
      long now = watchdog.ticker().nanos();
      name.workBegins(now);
      while (piece != BoundedWork.NONE) {
        now = pieces.run(work, piece, now);
        if (pieces.isLost()) {
          comeBack();
          return;
        }
        piece = work.take();
      }
      name.hide();
    }

    /** The piece was abandoned and the thread replaced, but now it has returned. */
    private void comeBack() {
      while (!pieces.isSettled()) {
        LockSupport.parkNanos(SETTLE_NANOS);
      }
      if (missing.get() <= 0 || missing.decrementAndGet() < 0) {
        state.set(State.SPARE);
      }
    }
  }
}
