package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that see when a bounded section has used up its time, and interrupt it.
 *
 * <p>One thread, the eyes, looks at the slots of all sections and sleeps until the next bound; with
 * nothing armed it sleeps for good and costs nothing. It runs no foreign code and takes no lock
 * that foreign code can hold. What could wait (an interrupt closes the channel that a thread reads
 * from; an implementation of {@link BoundedWork} is told) is done by a second thread, the hands; a
 * third stands by in case the second is stuck. All are daemon threads, started at once.
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

  private static final long WAKE_SLACK_NANOS = 200_000;
  private static final long HANDS_LATE_NANOS = 10_000_000;
  private static final int HANDS_AT_START = 2;
  private static final int MOST_HANDS = 8;

  private final Deadline.Ticker ticker;
  private final boolean manual;
  private final WatchedList watched = new WatchedList();
  private final CopyOnWriteArrayList<Thread> hands = new CopyOnWriteArrayList<>();
  private final Thread eyes;

  private volatile boolean closed;

  /**
   * The eyes' next look, for those who know the time; and the shortest timeout that it is fit for.
   */
  private volatile long lookAtNanos;

  private volatile long coveredNanos;

  /** Eyes only: since when a step has been waiting for the hands. */
  private long stepsSinceNanos;

  private boolean stepsWait;

  private Watchdog(Deadline.Ticker ticker, boolean manual) {
    this.ticker = ticker;
    this.manual = manual;
    this.eyes = daemon("lc:watchdog", this::watch);
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
    Watchdog watchdog = new Watchdog(Arguments.given("ticker", ticker), false);
    watchdog.eyes.start();
    for (int i = 0; i < HANDS_AT_START; i++) {
      watchdog.hireHand();
    }
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
    return new Watchdog(ticker, true);
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
    hands.forEach(LockSupport::unpark);
  }

  void watch(Watched section) {
    watched.add(section);
  }

  /** Makes sure that the eyes look at a point in time; called after arming. */
  void lookAt(long atNanos) {
    if (atNanos - lookAtNanos < -WAKE_SLACK_NANOS) {
      lookAtNanos = atNanos;
      LockSupport.unpark(eyes);
    }
  }

  /** Makes sure that the eyes look soon enough for a timeout; called after arming. */
  void lookWithin(long timeoutNanos) {
    if (timeoutNanos < coveredNanos) {
      coveredNanos = 0; // nobody else need wake them
      LockSupport.unpark(eyes);
    }
  }

  /** One look and all that follows from it, on the calling thread. */
  void tick() {
    look();
    while (work()) {}
  }

  private void watch() {
    while (!closed) {
      try {
        sleep(round());
      } catch (Throwable e) {
        // Most likely no memory: the next round may have some.
        LockSupport.parkNanos(SHORTEST_TICK_NANOS);
      }
    }
  }

  /**
   * Looks, says how long it is going to sleep, and looks again: what was armed before that was said
   * is seen, and what is armed later reads it.
   */
  private long round() {
    long next = look();
    while (true) {
      publish(next);
      long again = look();
      if (again - next >= -WAKE_SLACK_NANOS) {
        return next;
      }
      next = again;
    }
  }

  private void publish(long nextNanos) {
    long sleep = nextNanos - ticker.nanos();
    lookAtNanos = nextNanos;
    coveredNanos =
        sleep <= SHORTEST_TICK_NANOS
            ? 0
            : sleep >= Watched.FAR / LOOKS_PER_TIMEOUT ? Watched.FAR : sleep * LOOKS_PER_TIMEOUT;
  }

  private void sleep(long untilNanos) {
    long nanos = untilNanos - ticker.nanos();
    if (nanos >= Watched.FAR / 2) {
      LockSupport.park(this);
    } else if (ticker != Deadline.Ticker.system()) {
      LockSupport.parkNanos(this, SHORTEST_TICK_NANOS);
    } else if (nanos > 0) {
      LockSupport.parkNanos(this, nanos);
    }
  }

  private long look() {
    long now = ticker.nanos();
    long least = Watched.FAR;
    boolean steps = false;
    for (WatchedList.Node node = watched.first(); node != null; node = node.next) {
      least = Math.min(least, lookAt(node.watched, now));
      steps |= node.watched.hasStep();
    }
    watched.prune();
    stepsWait &= steps;
    return now + (steps && !manual ? Math.min(least, callHands(now)) : least);
  }

  private static long lookAt(Watched section, long now) {
    try {
      return section.look(now);
    } catch (Throwable e) {
      return SHORTEST_TICK_NANOS;
    }
  }

  private long callHands(long now) {
    if (!stepsWait) {
      stepsWait = true;
      stepsSinceNanos = now;
      LockSupport.unpark(hands.get(0));
    } else if (now - stepsSinceNanos >= HANDS_LATE_NANOS) {
      stepsWait = false;
      hands.forEach(LockSupport::unpark);
      if (now - stepsSinceNanos >= 2 * HANDS_LATE_NANOS) {
        hireHand();
      }
    }
    return HANDS_LATE_NANOS;
  }

  private void hireHand() {
    if (hands.size() < MOST_HANDS) {
      Thread hand = daemon("lc:watchdog-" + (hands.size() + 1), this::lendHand);
      hand.start();
      hands.add(hand);
    }
  }

  private void lendHand() {
    while (!closed) {
      try {
        if (!work()) {
          LockSupport.park(this);
        }
      } catch (Throwable e) {
        // A fault of foreign code or no memory; there may be other steps.
        LockSupport.parkNanos(SHORTEST_TICK_NANOS);
      }
    }
  }

  private boolean work() {
    boolean worked = false;
    for (WatchedList.Node node = watched.first(); node != null; node = node.next) {
      Watched section = node.watched;
      Watched.Step step = section.hasStep() ? section.claimStep() : Watched.Step.NONE;
      if (step == Watched.Step.INTERRUPT) {
        interrupt(section);
      } else if (step == Watched.Step.ACT) {
        section.act();
      }
      worked |= step != Watched.Step.NONE;
    }
    return worked;
  }

  private static void interrupt(Watched section) {
    try {
      section.thread().interrupt();
    } finally {
      section.interrupted();
    }
  }

  private static Thread daemon(String name, Runnable body) {
    Thread thread = new Thread(null, body, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }

  /** Made when first asked for. */
  private static final class Shared {
    static final Watchdog INSTANCE = start(Deadline.Ticker.system());
  }
}
