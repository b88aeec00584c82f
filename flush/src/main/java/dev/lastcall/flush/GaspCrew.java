package dev.lastcall.flush;

import java.util.Arrays;
import java.util.function.BiFunction;

/**
 * The gasp threads that run targets: two from the beginning, one more for each further target, up
 * to {@value #MOST}.
 *
 * <p>With one thread a target every target may hang and the next one still runs. Grows at
 * registration and at start-up only, never during the exit. Thread-safe.
 */
final class GaspCrew {
  private static final int FEWEST = 2;
  private static final int MOST = 8;

  private final BiFunction<String, Runnable, Thread> door;
  private volatile GaspThread[] members = new GaspThread[0];

  /**
   * Makes a crew.
   *
   * @param door makes, but does not start, a thread of a given name
   */
  GaspCrew(BiFunction<String, Runnable, Thread> door) {
    this.door = door;
  }

  /** Starts as many threads as that many targets need. */
  synchronized void growFor(int targets) {
    growTo(Math.min(MOST, Math.max(FEWEST, targets)));
  }

  /** Starts one thread for each that a target has kept in a rehearsal. */
  synchronized void replace(int stuck) {
    growTo(members.length + stuck);
  }

  private void growTo(int size) {
    for (int number = members.length + 1; number <= size; number++) {
      GaspThread added = new GaspThread();
      Thread thread = door.apply("lc:flush-" + number, added);
      added.runsOn(thread);
      thread.start();
      GaspThread[] grown = Arrays.copyOf(members, number);
      grown[number - 1] = added;
      members = grown;
    }
  }

  /** Offers work to the first idle thread; false if all are busy. */
  boolean offer(Runnable work) {
    GaspThread[] now = members;
    for (int i = 0; i < now.length; i++) {
      if (now[i].offer(work)) {
        return true;
      }
    }
    return false;
  }

  void leave() {
    for (GaspThread member : members) {
      member.leave();
    }
  }
}
