package dev.lastcall.defer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What there is to do, and how many threads sleep until there is more.
 *
 * <p>Looking needs no allocation and no lock. Thread-safe.
 */
final class Works {
  private static final VarHandle ALL;

  static {
    try {
      ALL = MethodHandles.lookup().findVarHandle(Works.class, "all", BoundedWork[].class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Threads that sleep; raised before a thread's last look, so that none sleeps through an add. */
  final AtomicInteger idle = new AtomicInteger();

  private volatile BoundedWork[] all = {};

  /** The works as of now, not to be changed. */
  BoundedWork[] all() {
    return all;
  }

  void add(BoundedWork work) {
    BoundedWork[] before;
    BoundedWork[] after;
    do {
      before = all;
      after = Arrays.copyOf(before, before.length + 1);
      after[before.length] = work;
    } while (!ALL.compareAndSet(this, before, after));
  }

  void remove(BoundedWork work) {
    BoundedWork[] before;
    BoundedWork[] after;
    do {
      before = all;
      after = without(before, work);
    } while (!ALL.compareAndSet(this, before, after));
  }

  private static BoundedWork[] without(BoundedWork[] before, BoundedWork work) {
    for (int i = 0; i < before.length; i++) {
      if (before[i] == work) {
        BoundedWork[] after = new BoundedWork[before.length - 1];
        System.arraycopy(before, 0, after, 0, i);
        System.arraycopy(before, i + 1, after, i, after.length - i);
        return after;
      }
    }
    return before;
  }
}
