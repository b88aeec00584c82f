package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.StackSample;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Threads that see when a bounded section has used up its time, and interrupt it.
 *
 * <p>One thread, the eyes, looks at the slots of all sections and sleeps until the next bound; with
 * nothing armed it sleeps for good and costs nothing. It allocates nothing, runs no foreign code
 * and takes no lock. What could wait (an interrupt closes the channel that a thread reads from; an
 * implementation of {@link BoundedWork} is told) or needs memory (a stack sample) is done by a
 * second thread, the hands; a third stands by in case the second is stuck, and where both are, the
 * eyes start more, up to 16. All are daemon threads.
 *
 * <p>A section on its caller's thread reads no clock: its time begins when the eyes first see it.
 * They look at least eight times in the shortest timeout in use, at most once a millisecond; so
 * such a section is interrupted not before its timeout and not after 1.125 times its timeout (or 1
 * ms late, whichever is more), beside what the scheduler adds. A piece of work on a cleanup thread
 * knows when it began: it is interrupted at most 0.2 ms late, beside what the scheduler adds.
 *
 * <p>Thread-safe.
 */
public final class Watchdog implements AutoCloseable {
  static final int LOOKS_PER_TIMEOUT = 8;
  static final long SHORTEST_TICK_NANOS = 1_000_000;

  private static final long LONGEST_TICK_NANOS = Watched.FAR / LOOKS_PER_TIMEOUT;
  private static final long WAKE_SLACK_NANOS = 200_000;
  private static final long LINGER_NANOS = 10_000_000;
  private static final long HANDS_LATE_NANOS = 10_000_000;
  private static final int HANDS_AT_START = 2;
  private static final int MOST_HANDS = 16;

  private static final Consumer<Thread> INTERRUPT = Thread::interrupt;

  private final Deadline.Ticker ticker;
  private final WatchedList watched = new WatchedList();
  private final Thread eyes = daemon("lc:watchdog", this::watch);
  private final CopyOnWriteArrayList<Hand> hands = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /** When the eyes will look next, and the shortest timeout that this is early enough for. */
  private volatile long nextLookNanos;

  private volatile long coveredNanos;

  // The eyes' own: since when no hand was free although one was needed.
  private boolean handsAreBusy;
  private long handsBusySinceNanos;

  private Watchdog(Deadline.Ticker ticker) {
    this.ticker = ticker;
  }

  /**
   * Starts a watchdog with threads of its own.
   *
   * @param ticker the clock by which it measures; with one that is not the system's it looks every
   *     millisecond while anything is armed
   * @return the running watchdog
   * @throws IllegalArgumentException if the ticker is null
   */
  public static Watchdog start(Deadline.Ticker ticker) {
    Watchdog watchdog = new Watchdog(Arguments.given("ticker", ticker));
    watchdog.startThreads();
    return watchdog;
  }

  /**
   * Returns the watchdog of this process, on the system's clock; started at its first use and never
   * stopped.
   *
   * @return always the same instance
   */
  public static Watchdog shared() {
    return Shared.INSTANCE;
  }

  /** A watchdog without threads, for tests: it acts in {@link #tick} only. */
  static Watchdog manual(Deadline.Ticker ticker) {
    return new Watchdog(ticker);
  }

  /**
   * Returns the clock by which it measures.
   *
   * @return the clock
   */
  public Deadline.Ticker ticker() {
    return ticker;
  }

  /** Stops the threads; what is armed is no longer bounded. Closing twice does nothing. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(eyes);
    hands.forEach(Hand::call);
  }

  /** From now on looks at something, until it is gone. */
  void watch(Watched section) {
    watched.add(section);
  }

  /** Makes sure that the eyes look at a point in time; to be called after arming. */
  void lookAt(long atNanos) {
    if (atNanos - nextLookNanos < -WAKE_SLACK_NANOS) {
      nextLookNanos = atNanos; // who comes next need not wake them again
      LockSupport.unpark(eyes);
    }
  }

  /** Makes sure that the eyes look soon enough for a timeout; to be called after arming. */
  void lookWithin(long timeoutNanos) {
    if (timeoutNanos < coveredNanos) {
      coveredNanos = 0; // who comes next need not wake them again
      LockSupport.unpark(eyes);
    }
  }

  /** One look and all steps that follow from it, on the calling thread. */
  void tick() {
    look(ticker.nanos());
    doSteps(StackSampler::of);
  }

  private void watch() {
    while (!closed) {
      try {
        sleepUntil(round());
        Thread.interrupted(); // somebody else's; it would keep the thread from sleeping
      } catch (Throwable e) {
        LockSupport.parkNanos(SHORTEST_TICK_NANOS); // no memory, perhaps; the next round may have
      }
    }
  }

  /**
   * Looks, says how long the eyes are going to sleep, and looks again: what was armed before that
   * was said is seen now, and who arms later reads it. Woken early they linger, because after one
   * short section there will be another, and to wake them costs more than both.
   */
  private long round() {
    long now = ticker.nanos();
    long asked = nextLookNanos - now;
    long most = asked > 0 && asked < LONGEST_TICK_NANOS ? LINGER_NANOS : Watched.FAR;
    long next = now + Math.min(most, lookAll() - now);
    while (true) {
      publish(next);
      long again = lookAll();
      if (again - next >= -WAKE_SLACK_NANOS) {
        return next;
      }
      next = again;
    }
  }

  private void publish(long nextNanos) {
    long sleep = nextNanos - ticker.nanos();
    nextLookNanos = nextNanos;
    coveredNanos =
        sleep <= SHORTEST_TICK_NANOS ? 0 : Math.min(sleep, LONGEST_TICK_NANOS) * LOOKS_PER_TIMEOUT;
  }

  private void sleepUntil(long nextNanos) {
    long nanos = nextNanos - ticker.nanos();
    if (nanos > LONGEST_TICK_NANOS) {
      LockSupport.park(this);
    } else if (ticker != Deadline.Ticker.system()) {
      LockSupport.parkNanos(this, SHORTEST_TICK_NANOS);
    } else if (nanos > 0) {
      LockSupport.parkNanos(this, nanos);
    }
  }

  /** Returns when the next look is due. */
  private long lookAll() {
    long now = ticker.nanos();
    long left = look(now);
    watched.prune();
    return now + (hasStep() ? Math.min(left, callHand(now)) : left);
  }

  /** Returns how long it is until the next look is needed. */
  long look(long now) {
    long least = Watched.FAR;
    for (WatchedList.Node node = watched.first(); node != null; node = node.next) {
      least = Math.min(least, node.watched.look(now));
    }
    return least;
  }

  /** Wakes a hand that is not busy; returns when to see whether it has come to it. */
  private long callHand(long now) {
    for (int i = 0; i < hands.size(); i++) {
      Hand hand = hands.get(i);
      if (!hand.busy) {
        hand.call();
        handsAreBusy = false;
        return HANDS_LATE_NANOS;
      }
    }
    if (!handsAreBusy) {
      handsAreBusy = true;
      handsBusySinceNanos = now;
    } else if (now - handsBusySinceNanos >= HANDS_LATE_NANOS) {
      handsAreBusy = false;
      startHand();
    }
    return HANDS_LATE_NANOS;
  }

  private void startThreads() {
    eyes.start();
    for (int i = 0; i < HANDS_AT_START; i++) {
      startHand();
    }
  }

  private void startHand() {
    if (hands.size() < MOST_HANDS) {
      Hand hand = new Hand(hands.size() + 1);
      hand.thread.start();
      hands.add(hand);
    }
  }

  private boolean hasStep() {
    boolean has = false;
    for (WatchedList.Node node = watched.first(); node != null; node = node.next) {
      has |= node.watched.hasStep();
    }
    return has;
  }

  private void doSteps(Function<Thread, StackSample> sampler) {
    for (WatchedList.Node node = watched.first(); node != null; node = node.next) {
      if (node.watched.hasStep()) {
        doStep(node.watched, sampler);
      }
    }
  }

  private static void doStep(Watched section, Function<Thread, StackSample> sampler) {
    try {
      section.step(INTERRUPT, sampler);
    } catch (Throwable e) {
      // Of foreign code, or no memory; the step is done all the same.
    }
  }

  private static Thread daemon(String name, Runnable body) {
    Thread thread = new Thread(null, body, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }

  /** A thread that does steps. */
  private final class Hand implements Runnable {
    private final Thread thread;
    private final StackSamples samples = new StackSamples(watched);
    private volatile boolean busy;

    Hand(int number) {
      this.thread = daemon("lc:watchdog-" + number, this);
    }

    void call() {
      LockSupport.unpark(thread);
    }

    @Override
    public void run() {
      samples.rehearse(thread); // to load its classes takes longer than many a patience
      while (!closed) {
        busy = true;
        doSteps(samples::of);
        busy = false;
        if (!hasStep()) {
          LockSupport.park(this);
          Thread.interrupted(); // somebody else's; it would keep the thread from sleeping
        }
      }
    }
  }

  /** Made when first asked for. */
  private static final class Shared {
    static final Watchdog INSTANCE = start(Deadline.Ticker.system());
  }
}
