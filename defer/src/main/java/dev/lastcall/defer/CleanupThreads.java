package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Finding;
import dev.lastcall.api.PlainCleanup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The threads that cleanups run on: started long before the exit, because at a thread limit none
 * can be started then, and with spares that take the places of those that get stuck.
 *
 * <p>All are platform daemon threads. One that runs a piece is named {@code lc:NAME}. A thread
 * whose piece was abandoned is left behind and replaced; if the piece ever returns, the thread
 * becomes a spare, or ends if there are enough. Where no spare is left and no thread can be
 * started, the others go on alone and {@link #findings} says so. Thread-safe.
 */
public final class CleanupThreads implements AutoCloseable {
  /** The most threads that may be asked for. */
  public static final int MOST_WORKERS = 10_000;

  private static final int FEWEST_SPARES = 2;
  private static final int FAN_OUT = 2;
  private static final int MOST_SPARES = 8;

  private final Watchdog watchdog;
  private final Works works = new Works();
  private final CopyOnWriteArrayList<Worker> workers = new CopyOnWriteArrayList<>();
  private final Crew crew = new Crew();
  private final int spares;
  private final AtomicInteger emptyPlaces = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger places = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
  private final BiFunction<Runnable, String, Thread> maker;
  private volatile boolean notStarted;
  private volatile boolean closed;

  private CleanupThreads(
      int spares, Watchdog watchdog, BiFunction<Runnable, String, Thread> maker) {
    this.spares = spares;
    this.watchdog = watchdog;
    this.maker = maker;
  }

  /**
   * Starts cleanup threads, and as many spares, but two at least and eight at most. They run two
   * pieces that do nothing, so that no class is loaded when it counts.
   *
   * @param workers how many pieces can run at once: 1 to {@value #MOST_WORKERS}
   * @param watchdog what bounds them
   * @return the running threads
   * @throws IllegalArgumentException if there are to be none or too many
   */
  public static CleanupThreads start(int workers, Watchdog watchdog) {
    Arguments.between("workers", workers, 1, MOST_WORKERS);
    return start(workers, Arguments.given("watchdog", watchdog), CleanupThread::new);
  }

  static CleanupThreads start(
      int workers, Watchdog watchdog, BiFunction<Runnable, String, Thread> maker) {
    int spares = Math.max(FEWEST_SPARES, Math.min(MOST_SPARES, workers));
    CleanupThreads threads = new CleanupThreads(spares, watchdog, maker);
    threads.grow(workers);
    for (int i = 0; i < spares; i++) {
      threads.hire(Worker.State.SPARE);
    }
    threads.work(new Rehearsal(watchdog.ticker()));
    return threads;
  }

  /**
   * Starts more threads, so that more pieces can run at once; there are never fewer than before.
   * Once one cannot be started no further one is tried. To be called long before the exit.
   *
   * @param workers how many pieces can run at once: 1 to {@value #MOST_WORKERS}
   * @throws IllegalArgumentException if there are to be none or too many
   */
  public void grow(int workers) {
    Arguments.between("workers", workers, 1, MOST_WORKERS);
    int there = places.getAndAccumulate(workers, Math::max);
    for (int i = there; i < workers && hire(Worker.State.ACTIVE); i++) {
      // hiring is all
    }
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
   * Starts a thread that keeps the JVM alive as long as it runs; every other thread here is a
   * daemon. It lives in the topmost group, so that a launcher that waits for the threads of the
   * program's group does not wait for it.
   *
   * @param name the thread's name
   * @param body what it does
   * @return the running thread
   */
  public static Thread startKeeper(String name, Runnable body) {
    ThreadGroup top = Thread.currentThread().getThreadGroup();
    while (top.getParent() != null) {
      top = top.getParent();
    }
    Thread thread = new Thread(top, Arguments.given("body", body), name, 0, false);
    thread.setDaemon(false);
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
   * finds a piece wakes two more as long as there are others.
   *
   * @param work what is to be done
   */
  public void work(BoundedWork work) {
    works.add(Arguments.given("work", work));
    wakeUpTo(1);
  }

  /**
   * Wakes threads because pieces became ready; cheap if none sleeps. A cleanup thread that calls it
   * is reckoned to take one of them itself. Two are woken at most, and they wake the others.
   *
   * @param pieces how many
   */
  public void wake(int pieces) {
    int more = Thread.currentThread() instanceof CleanupThread ? pieces - 1 : pieces;
    if (more > 0) {
      wakeUpTo(Math.min(more, FAN_OUT));
    }
  }

  private void wakeUpTo(int most) {
    int left = works.offer() ? most - 1 : most;
    if (left == 0 || works.idle.get() == 0) {
      return;
    }
    for (Worker worker : workers) {
      left -= worker.wakeIdle() ? 1 : 0;
      if (left == 0) {
        return;
      }
    }
  }

  /**
   * Returns what a person should know: whether threads were missing, whether work had a fault.
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
    Throwable first = fault.get();
    if (first != null) {
      findings.add(
          new Finding(
              "cleanup-work-fault",
              Finding.Severity.ERROR,
              "What keeps account of the cleanups threw " + first,
              "Report it with the stack of its cause; the cleanups themselves ran on."));
    }
    return findings;
  }

  /** Lets the threads end as soon as they have ended what they run. Closing twice does nothing. */
  @Override
  public void close() {
    closed = true;
    workers.forEach(Worker::dismiss);
  }

  private boolean hire(Worker.State state) {
    try {
      String name = "lc:idle-" + numbers.incrementAndGet();
      Worker worker =
          new Worker(name, state, works, watchdog, crew, body -> maker.apply(body, name));
      worker.thread().start();
      watchdog.watch(worker.watch());
      workers.add(worker);
      if (closed) {
        worker.dismiss();
      }
      return true;
    } catch (Throwable e) {
      notStarted = true;
      return false;
    }
  }

  /** What the workers ask of each other. */
  private final class Crew implements Worker.Crew {
    @Override
    public void wakeMore() {
      wakeUpTo(FAN_OUT);
    }

    @Override
    public void fault(Throwable thrown) {
      fault.compareAndSet(null, thrown);
    }

    @Override
    public boolean takeEmptyPlace() {
      return emptyPlaces.getAndUpdate(places -> Math.max(0, places - 1)) > 0;
    }

    @Override
    public void replace() {
      if (!anyWorker(Worker::callUp) && !hire(Worker.State.ACTIVE)) {
        emptyPlaces.incrementAndGet();
      }
    }

    @Override
    public void topUp() {
      boolean isHired = true;
      while (isHired && isShortOfSpares()) {
        isHired = hire(Worker.State.SPARE);
      }
    }

    @Override
    public boolean isShortOfSpares() {
      int count = 0;
      for (Worker worker : workers) {
        count += worker.isSpare() ? 1 : 0;
      }
      return count < spares;
    }

    @Override
    public void left(Worker worker) {
      workers.remove(worker);
    }

    @Override
    public void run(String name, PlainCleanup action) {
      PlainCleanup errand =
          () -> {
            Thread.currentThread().setName("lc:" + name);
            action.run();
          };
      anyWorker(worker -> worker.lend(errand));
    }

    private boolean anyWorker(Predicate<Worker> isFit) {
      for (Worker worker : workers) {
        if (isFit.test(worker)) {
          return true;
        }
      }
      return false;
    }
  }

  /** So that a thread of ours is known by its class. */
  private static final class CleanupThread extends Thread {
    CleanupThread(Runnable body, String name) {
      super(null, body, name, 0, false);
      setDaemon(true);
    }
  }
}
