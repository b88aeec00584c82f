package dev.lastcall.defer;

import dev.lastcall.api.Deadline;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a scope keeps what does not fit into its fields: an array that its thread lends it and
 * takes back, so that a loop allocates nothing.
 *
 * <p>Entry {@code i} lies at {@code 2i + 1} (target) and {@code 2i + 2} (action). Free arrays of a
 * thread hang together by element 0. They are plain arrays and empty when free, so that a thread
 * that outlives this class's loader keeps nothing of it. Each call is for the calling thread's own
 * arrays.
 */
final class ScopeOverflow {
  private static final int ENTRIES_AT_START = 32;

  /** Longer arrays go to the garbage collector instead of back to the thread: 32 KB. */
  private static final int LONGEST_KEPT = 8192;

  /** Of each thread: one element, the first of its free arrays. */
  private static final ThreadLocal<Object[]> FREE = ThreadLocal.withInitial(() -> new Object[1]);

  private ScopeOverflow() {}

  /**
   * Stores an entry.
   *
   * @param array what the last call returned, null at first
   * @param index how many entries are stored
   * @return the array to go on with
   */
  static Object[] push(
      Object @Nullable [] array, int index, Release<Object> action, Object target) {
    int at = 2 * index + 1;
    Object[] room = array == null || at >= array.length ? room(array, action, target) : array;
    room[at] = target;
    // A loop mostly repeats itself, and a load is cheaper than the collector's store barrier.
    if (room[at + 1] != action) {
      room[at + 1] = action;
    }
    return room;
  }

  private static Object[] room(Object @Nullable [] array, Release<Object> action, Object target) {
    try {
      return array == null ? take() : Arrays.copyOf(array, 2 * array.length - 1);
    } catch (Throwable noRoom) {
      // Most likely no memory. What cannot be kept until the end is done now, but not lost.
      ScopeFailures.add(noRoom, Objects.requireNonNullElse(run(action, target), noRoom));
      throw noRoom;
    }
  }

  private static @Nullable Throwable run(Release<Object> action, Object target) {
    return ScopeCalls.run(action, target, null);
  }

  /**
   * Runs the entries, last in first out, and gives the array back.
   *
   * @param bound the time for all of them, null for any
   * @return the first failure, null if there was none
   */
  static @Nullable Throwable drain(Object[] array, int count, @Nullable Duration bound) {
    Throwable first = bound == null ? drain(array, count) : drainWithin(bound, array, count);
    giveBack(array);
    return first;
  }

  private static @Nullable Throwable drain(Object[] array, int count) {
    Throwable first = null;
    for (int i = count - 1; i >= 0; i--) {
      Release<Object> action = actionAt(i, array);
      first = ScopeCalls.run(action, takeTarget(i, array), first);
    }
    return first;
  }

  private static @Nullable Throwable drainWithin(Duration bound, Object[] array, int count) {
    long all = Deadline.nanosOf(bound);
    long began = Deadline.Ticker.system().nanos();
    Throwable first = null;
    for (int i = count - 1; i >= 0; i--) {
      long timeout = timeout(all, Deadline.Ticker.system().nanos() - began);
      Release<Object> action = actionAt(i, array);
      first = ScopeCalls.run(action, takeTarget(i, array), first, timeout);
    }
    return first;
  }

  /** What the next entry may take, when some of the time for all is over. */
  static long timeout(long allNanos, long elapsedNanos) {
    long left = allNanos - elapsedNanos;
    return left > 0 ? left : BoundedWork.patienceNanos(allNanos);
  }

  /** Takes the action of an entry out. */
  @SuppressWarnings("unchecked") // only push writes there
  static Release<Object> actionAt(int index, Object[] array) {
    Object action = array[2 * index + 2];
    if (!ScopeCalls.isConstant(action)) {
      clear(array, 2 * index + 2);
    }
    return (Release<Object>) action;
  }

  /** Takes the target of an entry out. */
  static Object takeTarget(int index, Object[] array) {
    Object target = array[2 * index + 1];
    clear(array, 2 * index + 1);
    return target;
  }

  @SuppressWarnings("NullAway") // free elements are null
  private static void clear(Object[] array, int at) {
    array[at] = null;
  }

  private static Object[] take() {
    Object[] free = FREE.get();
    Object first = free[0];
    if (first == null) {
      return new Object[2 * ENTRIES_AT_START + 1];
    }
    Object[] array = (Object[]) first;
    move(array, free);
    clear(array, 0);
    return array;
  }

  /** Lends the array to the next scope of the thread. Never throws. */
  static void giveBack(Object[] array) {
    try {
      if (array.length <= LONGEST_KEPT) {
        Object[] free = FREE.get();
        move(free, array);
        free[0] = array;
      }
    } catch (Throwable noRoom) {
      // Then it is garbage. What lies in the fields of the scope is still to be run.
    }
  }

  /** Lets another array point at what an array points at. */
  private static void move(Object[] from, Object[] to) {
    to[0] = from[0];
  }
}
