package dev.lastcall.runtime;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Notices that the application's last thread has ended, and keeps the JVM alive while an exit runs.
 *
 * <p>The JVM begins its shutdown when no thread is left that is not a daemon. During an exit that
 * happens early: the server's threads end with the server, and then other people's hooks would run
 * beside the cleanups behind it. So one thread of ours is not a daemon. It waits for the
 * application's threads, one at a time, in a blocking wait; if none is left it begins the exit
 * itself, while loggers and exporters still work. Used by one thread.
 */
final class LastThread implements Runnable {
  private static final long LOOK_MILLIS = 2_000;

  private final Runnable exit;
  private final BooleanSupplier isOver;

  /**
   * Prepares the waiting.
   *
   * @param exit begins the exit, if it has not begun, and waits until it has done all its work
   * @param isOver true once nobody needs the JVM kept alive any more
   */
  LastThread(Runnable exit, BooleanSupplier isOver) {
    this.exit = exit;
    this.isOver = isOver;
  }

  @Override
  public void run() {
    while (!isOver.getAsBoolean() && isAnotherAlive()) {
      // isAnotherAlive has waited.
    }
    if (!isOver.getAsBoolean()) {
      exit.run();
    }
  }

  /** Waits for one thread; false if there is none. Without memory for a look, all are alive. */
  private static boolean isAnotherAlive() {
    try {
      Optional<Thread> alive = another();
      alive.ifPresent(LastThread::await);
      return alive.isPresent();
    } catch (OutOfMemoryError noMemory) {
      LockSupport.parkNanos(LOOK_MILLIS * 1_000_000);
      return true;
    }
  }

  /**
   * Returns as soon as the thread has ended, and now and then before, to see whether all is over.
   *
   * <p>Whoever interrupts every thread of the process must not end the keeping alive.
   */
  private static void await(Thread thread) {
    try {
      thread.join(LOOK_MILLIS);
    } catch (InterruptedException ignored) {
      return;
    }
  }

  /** Any thread that keeps the JVM alive beside this one. */
  private static Optional<Thread> another() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread[] threads = new Thread[group.activeCount() * 2 + 16];
    int count = group.enumerate(threads, true);
    for (int i = 0; i < count; i++) {
      if (keepsAlive(threads[i])) {
        return Optional.of(threads[i]);
      }
    }
    return Optional.empty();
  }

  private static boolean keepsAlive(Thread thread) {
    return thread != Thread.currentThread()
        && !thread.isDaemon()
        && thread.isAlive()
        && !thread.getName().equals("DestroyJavaVM");
  }
}
