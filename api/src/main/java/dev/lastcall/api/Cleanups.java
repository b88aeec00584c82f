package dev.lastcall.api;

/**
 * The place where cleanups are registered; a library takes this type and needs to know nothing else
 * of Lastcall.
 *
 * <p>Thread-safe. Everything that is wrong with a registration is refused by it, never found out
 * during the exit.
 */
public interface Cleanups {
  /**
   * Registers a cleanup that is told its deadline.
   *
   * @param spec its name, bound and place in the order
   * @param cleanup the action
   * @return the handle
   * @throws IllegalArgumentException if the name is taken, the bound exceeds what the exit has, or
   *     a circle would arise; the message shows the circle's path
   * @throws IllegalStateException if the exit has begun
   */
  Registration defer(CleanupSpec spec, Cleanup cleanup);

  /**
   * Registers a cleanup.
   *
   * @param spec its name, bound and place in the order
   * @param cleanup the action
   * @return the handle
   * @throws IllegalArgumentException as {@link #defer(CleanupSpec, Cleanup)}
   * @throws IllegalStateException if the exit has begun
   */
  default Registration defer(CleanupSpec spec, PlainCleanup cleanup) {
    return defer(spec, (Cleanup) Arguments.given("cleanup", cleanup));
  }

  /**
   * Registers a cleanup that is told its deadline, under a name alone.
   *
   * @param name its name
   * @param cleanup the action
   * @return the handle
   * @throws IllegalArgumentException as {@link #defer(CleanupSpec, Cleanup)}
   * @throws IllegalStateException if the exit has begun
   */
  default Registration defer(String name, Cleanup cleanup) {
    return defer(CleanupSpec.named(name), cleanup);
  }

  /**
   * Registers a cleanup under a name alone.
   *
   * @param name its name
   * @param cleanup the action
   * @return the handle
   * @throws IllegalArgumentException as {@link #defer(CleanupSpec, Cleanup)}
   * @throws IllegalStateException if the exit has begun
   */
  default Registration defer(String name, PlainCleanup cleanup) {
    return defer(CleanupSpec.named(name), cleanup);
  }

  /**
   * Registers a cleanup that ends when the stage ends that it returns.
   *
   * @param spec its name, bound and place in the order
   * @param cleanup the action
   * @return the handle
   * @throws IllegalArgumentException as {@link #defer(CleanupSpec, Cleanup)}
   * @throws IllegalStateException if the exit has begun
   */
  Registration deferAsync(CleanupSpec spec, AsyncCleanup cleanup);

  /**
   * Registers a cleanup that ends when the stage ends that it returns.
   *
   * @param spec its name, bound and place in the order
   * @param cleanup the action
   * @return the handle
   * @throws IllegalArgumentException as {@link #defer(CleanupSpec, Cleanup)}
   * @throws IllegalStateException if the exit has begun
   */
  default Registration deferAsync(CleanupSpec spec, PlainAsyncCleanup cleanup) {
    return deferAsync(spec, (AsyncCleanup) Arguments.given("cleanup", cleanup));
  }

  /**
   * Registers the closing of a resource and returns the resource; a latecomer is closed at once.
   *
   * <p>If the exit has begun, the resource is closed before this returns, within what is left of
   * the deadline, and the call ends with an exception, so that nobody goes on to use it.
   *
   * @param <T> the type of the resource
   * @param spec its name, bound and place in the order
   * @param resource what to close
   * @return the resource
   * @throws IllegalArgumentException as {@link #defer(CleanupSpec, Cleanup)}
   * @throws IllegalStateException if the exit has begun; the resource has been closed, and what its
   *     closing threw is suppressed in the exception
   */
  <T extends AutoCloseable> T closing(CleanupSpec spec, T resource);

  /**
   * Registers a target that is flushed in the reserve at the very end, even while cleanups hang.
   *
   * @param name its name, unique among the targets
   * @param target what to flush
   * @throws IllegalArgumentException if the name is not one or is taken
   * @throws IllegalStateException if the exit has begun
   */
  void flushLast(String name, FlushTarget target);
}
