package dev.lastcall.defer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One word by which a running section and the watchdog agree on who ends the section.
 *
 * <pre>
 *  owner:     IDLE → ARMED                       arm: a new sequence number
 *  owner:     ARMED → IDLE                       disarm: in time
 *  watchdog:  ARMED → DUE                        time is up
 *  watchdog:  DUE → INTERRUPTING → INTERRUPTED   the interrupt is being made, has been made
 *  watchdog:  DUE → LATE → DUE                   put off while a foreign interrupt is pending
 *  owner:     DUE, LATE, INTERRUPTED → IDLE      take back; waits while INTERRUPTING
 *  watchdog:  any but IDLE → ABANDONED → IDLE    given up: the owner has lost the section; settled
 * </pre>
 *
 * <p>Every change names the sequence number, so whoever is late changes nothing. {@link #arm} is a
 * volatile store: what the owner reads after it (how long the watchdog means to sleep) is not older
 * than it. The owner's methods are confined to one thread at a time, the others are thread-safe.
 */
final class Slot {
  static final int IDLE = 0;
  static final int ARMED = 1;
  static final int DUE = 2;
  static final int INTERRUPTING = 3;
  static final int INTERRUPTED = 4;
  static final int LATE = 5;
  static final int ABANDONED = 6;

  private static final int STATES = 7;
  private static final int ONE_SECTION = 8;
  private static final int SPINS_BEFORE_YIELD = 100;
  private static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(Slot.class, "word", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("FieldMayBeFinal") // changed through WORD
  private volatile long word;

  static int stateOf(long word) {
    return (int) word & STATES;
  }

  static long sectionOf(long word) {
    return word & ~STATES;
  }

  /** The word now. */
  long word() {
    return word;
  }

  /** The state now. */
  int state() {
    return stateOf(word);
  }

  /** Whether what was read since {@link #word} returned a word belongs to the section of it. */
  boolean isStill(long seen) {
    VarHandle.acquireFence();
    return sectionOf(word) == sectionOf(seen);
  }

  /** Whether a section has not ended yet; what was read before belongs to it then. */
  boolean isRunning(long section) {
    VarHandle.acquireFence();
    long now = word;
    return sectionOf(now) == section && stateOf(now) != IDLE;
  }

  /** Owner: begins a section. What the watchdog needs to know of it must have been written. */
  long arm() {
    long armed = sectionOf((long) WORD.get(this)) + ONE_SECTION + ARMED;
    WORD.setVolatile(this, armed);
    return armed;
  }

  /** Owner: ends a section; false if its time was up, and then {@link #takeBack} says how far. */
  boolean disarm(long armed) {
    return WORD.compareAndSet(this, armed, armed - ARMED);
  }

  /**
   * Owner: ends a section that could not be disarmed.
   *
   * @return the state that it was taken back from, or {@link #ABANDONED} if it was lost
   */
  @SuppressWarnings("ThreadPriorityCheck") // to park is no use: the thread may be interrupted
  int takeBack() {
    for (int spins = 0; ; spins++) {
      long seen = word;
      int state = stateOf(seen);
      if (state == ABANDONED || state == IDLE) {
        return ABANDONED;
      }
      if (state != INTERRUPTING && WORD.compareAndSet(this, seen, sectionOf(seen))) {
        return state;
      }
      if (spins < SPINS_BEFORE_YIELD) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  /** Watchdog: moves the section of a word on, unless something else has happened to it. */
  boolean move(long seen, int state) {
    return WORD.compareAndSet(this, seen, sectionOf(seen) + state);
  }
}
