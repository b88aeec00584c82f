package dev.lastcall.runtime;

/**
 * The one JVM shutdown hook, the fallback for every end that did not come through a signal or a
 * request; the only place that adds or removes one.
 *
 * <p>Thread-safe.
 */
final class ShutdownHook {
  private final Thread thread;

  private ShutdownHook(Thread thread) {
    this.thread = thread;
  }

  /**
   * Adds the hook.
   *
   * @throws IllegalStateException if the JVM is already shutting down
   */
  static ShutdownHook add(Runnable body) {
    Thread thread = new Thread(null, body, "lc:hook", 0, false);
    Runtime.getRuntime().addShutdownHook(thread);
    return new ShutdownHook(thread);
  }

  /** Takes the hook away, so that the JVM need not start a thread for it; false if too late. */
  boolean remove() {
    try {
      return Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException underWay) {
      return false;
    }
  }
}
