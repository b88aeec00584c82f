package dev.lastcall.flush;

import dev.lastcall.api.StackSample;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says where a thread hangs and who holds the lock that it waits for.
 *
 * <p>The room for one cleanup samples stacks too; this room keeps its own eyes, because it has to
 * work when that one is stuck. Without the module {@code java.management} the lock is left empty.
 * Thread-safe.
 */
final class StuckThread {
  private static final int MOST_FRAMES = 64;

  /** What is reported when not even the stack can be read, for want of memory. */
  private static final StackSample UNKNOWN =
      new StackSample("unknown", Thread.State.RUNNABLE, List.of(), "", "");

  private StuckThread() {}

  /** Never throws, and never waits for a lock of the application. */
  static StackSample sample(@Nullable Thread thread) {
    if (thread == null) {
      return UNKNOWN;
    }
    try {
      return withLock(thread);
    } catch (LinkageError withoutManagement) {
      return withoutLock(thread);
    } catch (Throwable failed) {
      return UNKNOWN;
    }
  }

  @SuppressWarnings("deprecation") // threadId() came with 19
  private static StackSample withLock(Thread thread) {
    ThreadInfo info = Management.THREADS.getThreadInfo(thread.getId(), MOST_FRAMES);
    return info == null
        ? withoutLock(thread)
        : new StackSample(
            thread.getName(),
            info.getThreadState(),
            List.of(info.getStackTrace()),
            orEmpty(info.getLockName()),
            orEmpty(info.getLockOwnerName()));
  }

  private static StackSample withoutLock(Thread thread) {
    try {
      return new StackSample(
          thread.getName(), thread.getState(), List.of(thread.getStackTrace()), "", "");
    } catch (Throwable failed) {
      return UNKNOWN;
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Loaded on first use only, so that a runtime image without java.management works too. */
  private static final class Management {
    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  }
}
