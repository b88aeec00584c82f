package dev.lastcall.flush;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a gasp thread does all its life: it parks until it is offered work, does it, and parks
 * again.
 *
 * <p>Offering is one compare-and-set and one unpark: no queue, no lock, no allocation. Thread-safe.
 */
final class GaspThread implements Runnable {
  private final AtomicReference<@Nullable Runnable> work = new AtomicReference<>();
  private volatile @Nullable Thread thread;
  private volatile boolean leaving;

  /** Gives the thread that runs this, before it is started. */
  void runsOn(Thread thread) {
    this.thread = thread;
  }

  /** Hands over work; false if this thread is busy, perhaps for ever. */
  boolean offer(Runnable offered) {
    if (!work.compareAndSet(null, offered)) {
      return false;
    }
    LockSupport.unpark(thread);
    return true;
  }

  /** Lets the thread end once it is idle; a stuck one stays behind. */
  void leave() {
    leaving = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    while (!leaving) {
      Runnable next = work.get();
      if (next == null) {
        LockSupport.park(this);
      } else {
        doQuietly(next);
        work.set(null);
      }
    }
  }

  private static void doQuietly(Runnable next) {
    try {
      next.run();
    } catch (Throwable ignored) {
      // The work reports its own failures; whatever else comes must not cost the thread.
    }
  }
}
