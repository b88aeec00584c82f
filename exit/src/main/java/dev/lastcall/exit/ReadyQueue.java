package dev.lastcall.exit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The ready nodes by rank: one bit a rank, and the lowest is taken first.
 *
 * <p>Ranks are given beforehand, so a priority queue needs no comparisons and no nodes of its own:
 * adding and taking are one compare-and-set each. A bound says below which word no bit is set.
 * Whoever raises it looks once more at the words that he passed, and whoever adds a bit lowers it
 * after setting the bit, so one of the two sees the other. Thread-safe, lock-free, allocation-free.
 */
final class ReadyQueue {
  /** Nothing is ready. */
  static final int NONE = -1;

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle LOWEST;

  static {
    try {
      LOWEST = MethodHandles.lookup().findVarHandle(ReadyQueue.class, "lowest", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final long[] words;

  @SuppressWarnings("unused") // by LOWEST
  private volatile int lowest;

  /** Creates a queue for the ranks below {@code ranks}. */
  ReadyQueue(int ranks) {
    words = new long[(ranks + Long.SIZE - 1) / Long.SIZE];
  }

  /** Adds a rank that is not in the queue. */
  void add(int rank) {
    int word = rank / Long.SIZE;
    WORD.getAndBitwiseOr(words, word, 1L << rank);
    lowerTo(word);
  }

  /** Takes the lowest rank; {@link #NONE} if there was none. */
  int take() {
    int from = lowest;
    int rank = take(from, words.length);
    // Between raising the bound and looking once more it may be too high, even for what the caller
    // has just added; who is about to say that nothing is ready had better be sure.
    return rank == NONE && from > 0 ? take(0, from) : rank;
  }

  /** Tells whether nothing is ready; a glance, which may be out of date at once. */
  boolean isEmpty() {
    int from = lowest;
    return isEmpty(from, words.length) && isEmpty(0, from);
  }

  private boolean isEmpty(int from, int end) {
    for (int word = from; word < end; word++) {
      if ((long) WORD.getVolatile(words, word) != 0) {
        return false;
      }
    }
    return true;
  }

  private int take(int from, int end) {
    for (int word = from; word < end; word++) {
      long bits = (long) WORD.getVolatile(words, word);
      while (bits != 0) {
        long seen = (long) WORD.compareAndExchange(words, word, bits, bits & (bits - 1));
        if (seen == bits) {
          raise(from, word);
          return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        }
        bits = seen;
      }
    }
    return NONE;
  }

  private void lowerTo(int word) {
    int seen = lowest;
    while (word < seen && !LOWEST.compareAndSet(this, seen, word)) {
      seen = lowest;
    }
  }

  private void raise(int from, int to) {
    if (from == to || !LOWEST.compareAndSet(this, from, to)) {
      return;
    }
    for (int word = from; word < to; word++) {
      if ((long) WORD.getVolatile(words, word) != 0) {
        lowerTo(word);
        return;
      }
    }
  }
}
