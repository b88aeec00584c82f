package dev.lastcall.defer;

import java.util.Arrays;

/**
 * Sections to be lent for one call, for threads that are too many to own some.
 *
 * <p>A thread begins to look at a place that its number decides, so that threads seldom meet; where
 * half the pool in a row is lent, it doubles. It never shrinks: its size is at most some times the
 * most calls that were ever under way at once. Thread-safe.
 */
final class SectionPool {
  private static final int SIZE_AT_START = 16;
  private static final int SPREAD = 0x9E3779B9; // 2^32 over the golden ratio

  private final Watchdog watchdog;
  private volatile InlineSection[] sections = {};

  SectionPool(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  /** Returns a section that is the thread's until it exits from it. */
  InlineSection lendTo(Thread thread) {
    int place = ((int) thread.getId() * SPREAD) >>> 8;
    while (true) {
      InlineSection[] all = sections;
      for (int i = 0; i < all.length / 2; i++) {
        InlineSection section = all[(place + i) & (all.length - 1)];
        if (section.lendTo(thread)) {
          return section;
        }
      }
      grow(all);
    }
  }

  private synchronized void grow(InlineSection[] full) {
    if (full != sections) {
      return; // somebody else has
    }
    InlineSection[] more = Arrays.copyOf(full, Math.max(SIZE_AT_START, 2 * full.length));
    for (int i = full.length; i < more.length; i++) {
      more[i] = InlineSection.toLend(watchdog.ticker());
      watchdog.watch(more[i]);
    }
    sections = more;
  }
}
