package dev.lastcall.defer;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What a thread is in, of observed scopes and actions, and its stock of ids.
 *
 * <p>Plain arrays of the JDK's own types, so that a thread that outlives this class's loader keeps
 * nothing of it. Every call is for the calling thread's own.
 */
final class Nesting {
  /** Ids are taken from the common counter by the block, so that threads do not fight for it. */
  private static final int BLOCK = 1024;

  private static final AtomicLong BLOCKS = new AtomicLong(1);
  private static final ThreadLocal<Object[]> THREADS =
      ThreadLocal.withInitial(() -> new Object[] {new long[4], ""});

  private static final int DEPTH = 0;
  private static final int CURRENT = 1;
  private static final int NEXT = 2;
  private static final int TELLING = 3;

  private Nesting() {}

  static Object[] ofThisThread() {
    return THREADS.get();
  }

  private static long[] numbers(Object[] nesting) {
    return (long[]) nesting[0];
  }

  static long nextId(Object[] nesting) {
    long[] numbers = numbers(nesting);
    if (numbers[NEXT] % BLOCK == 0) {
      numbers[NEXT] = BLOCKS.getAndIncrement() * BLOCK;
    }
    // The last number of a block is left out: behind it the next block begins.
    long id = numbers[NEXT] + 1;
    numbers[NEXT] = (id + 1) % BLOCK == 0 ? 0 : id;
    return id;
  }

  /** How many scopes are open. */
  static int depth(Object[] nesting) {
    return (int) numbers(nesting)[DEPTH];
  }

  /** The id of the innermost scope or action, 0 if there is none. */
  static long current(Object[] nesting) {
    return numbers(nesting)[CURRENT];
  }

  /** The name of the innermost scope, empty if there is none. */
  static String scope(Object[] nesting) {
    return (String) nesting[1];
  }

  /** Notes what the thread is in from now on. */
  static void enter(Object[] nesting, String name, int depth, long current) {
    nesting[1] = name;
    numbers(nesting)[DEPTH] = depth;
    numbers(nesting)[CURRENT] = current;
  }

  static void current(Object[] nesting, long id) {
    numbers(nesting)[CURRENT] = id;
  }

  /** Whether the thread is telling listeners. */
  static boolean isTelling(Object[] nesting) {
    return numbers(nesting)[TELLING] != 0;
  }

  /** Sets whether it is; returns whether it was. */
  static boolean telling(Object[] nesting, boolean telling) {
    long[] numbers = numbers(nesting);
    boolean before = numbers[TELLING] != 0;
    numbers[TELLING] = telling ? 1 : 0;
    return before;
  }
}
