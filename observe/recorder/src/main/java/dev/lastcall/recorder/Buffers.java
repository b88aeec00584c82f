package dev.lastcall.recorder;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Buffers that were made long before the exit, so that a record can be encoded with a full heap and
 * by any thread.
 *
 * <p>Taking one and giving it back is a compare-and-set each. Thread-safe.
 */
final class Buffers {
  private static final int MOST = 64;

  private final RecordBuffer[] buffers;
  private final AtomicLong taken = new AtomicLong();

  /**
   * Makes the buffers.
   *
   * @param count how many, 1 to 64
   * @param bytes how large each is
   */
  Buffers(int count, int bytes) {
    buffers = new RecordBuffer[count];
    for (int i = 0; i < count; i++) {
      buffers[i] = new RecordBuffer(bytes);
    }
    if (count < MOST) {
      taken.set(-1L << count);
    }
  }

  /** Returns an empty buffer for the calling thread alone, null if all are in use. */
  @Nullable RecordBuffer take() {
    while (true) {
      long seen = taken.get();
      int free = Long.numberOfTrailingZeros(~seen);
      if (free == MOST) {
        return null;
      }
      if (taken.compareAndSet(seen, seen | (1L << free))) {
        return buffers[free].clear();
      }
    }
  }

  /** Gives back what was taken; what is not one of these is left alone. */
  void giveBack(RecordBuffer buffer) {
    for (int i = 0; i < buffers.length; i++) {
      if (buffers[i] == buffer) {
        long bit = 1L << i;
        taken.getAndUpdate(seen -> seen & ~bit);
        return;
      }
    }
  }
}
