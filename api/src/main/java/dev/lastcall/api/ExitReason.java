package dev.lastcall.api;

/**
 * Why the exit began.
 *
 * @param door through which the exit began
 * @param detail what is known beyond the door: the name of the signal, the caller's words; never
 *     empty
 */
public record ExitReason(Door door, String detail) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value is null or the detail is empty
   */
  public ExitReason {
    Arguments.given("door", door);
    if (Arguments.given("detail", detail).isEmpty()) {
      throw Arguments.refusal("detail", "\"\"", "why the exit began");
    }
  }

  @Override
  public String toString() {
    return detail;
  }

  /** The way by which an exit can begin. */
  public enum Door {
    /** SIGTERM or SIGINT was taken before the JVM's own sequence began. */
    SIGNAL,
    /** The application asked Lastcall to exit. */
    REQUEST,
    /**
     * The JVM's shutdown had begun already: {@code System.exit}, the last thread's end, a signal we
     * do not own.
     */
    SHUTDOWN_HOOK
  }
}
