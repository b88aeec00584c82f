package dev.lastcall.log4j2;

import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells which objects' monitors are held at one moment, from one dump of all threads.
 *
 * <p>Without the module {@code java.management} it sees none. Stateless.
 */
final class HeldMonitors {
  private HeldMonitors() {}

  /** Returns the holder's name by the identity hash code of the object. */
  static Map<Integer, String> now() {
    Map<Integer, String> held = new HashMap<>();
    try {
      for (ThreadInfo thread : Management.THREADS.dumpAllThreads(true, false)) {
        for (MonitorInfo monitor : thread.getLockedMonitors()) {
          held.put(monitor.getIdentityHashCode(), thread.getThreadName());
        }
      }
    } catch (LinkageError | UnsupportedOperationException blind) {
      return Map.of();
    }
    return held;
  }

  /** Loaded on first use only, so that a runtime image without java.management works too. */
  private static final class Management {
    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  }
}
