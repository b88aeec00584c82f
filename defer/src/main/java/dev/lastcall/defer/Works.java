package dev.lastcall.defer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What there is to do, and how many threads sleep until there is more.
 *
 * <p>Looking needs no allocation and no lock. Thread-safe.
 */
final class Works {
  /**
   * How often to look before sleeping, some 30 us: to be woken takes 5 to 15 us on a machine that
   * is idle, and who waits for a thread that is being woken had better still look when it comes.
   * None where whoever is waited for needs the processor.
   */
  static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 2_000 : 0;

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

  private final AtomicBoolean spinner = new AtomicBoolean();
  private final AtomicInteger offers = new AtomicInteger();

  private volatile BoundedWork[] all = {};

  /** The works as of now, not to be changed. */
  BoundedWork[] all() {
    return all;
  }

  /**
   * Tells the thread that looks on, if there is one, that there is something; it looks once more
   * after it has stopped being that thread, so what was offered to it is found.
   */
  boolean offer() {
    if (!spinner.get()) {
      return false;
    }
    offers.incrementAndGet();
    return true;
  }

  /** Looks on for some microseconds, on one thread at most, for an offer. */
  void awaitOffer() {
    if (SPINS == 0 || spinner.get() || !spinner.compareAndSet(false, true)) {
      return;
    }
    int seen = offers.get();
    for (int spins = 0; spins < SPINS && offers.get() == seen; spins++) {
      Thread.onSpinWait();
    }
    spinner.set(false);
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
