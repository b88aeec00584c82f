package dev.lastcall.api;

/**
 * Something whose last bytes are written out at the very end, such as a log appender or a metrics
 * snapshot.
 *
 * <p>A target runs inside the flush reserve, perhaps while cleanups hang: it must not wait for a
 * lock that application code can hold, should not allocate much, and must honour its deadline. It
 * is also run at start-up as a rehearsal, so that no class is loaded for the first time in the last
 * 100 ms.
 */
@FunctionalInterface
public interface FlushTarget {
  /**
   * Writes out what is buffered.
   *
   * @param deadline the end of the reserve
   * @throws Exception if it could not; reported, and stops no other target
   */
  void flush(Deadline deadline) throws Exception;

  /**
   * Does at start-up what {@link #flush} will do at the end, without its lasting effects; flushes
   * by default.
   *
   * <p>A target whose flush cannot be repeated, such as one that closes something, overrides this.
   *
   * @param deadline the end of the rehearsal
   * @throws Exception if it could not; reported as a finding at start-up
   */
  default void rehearse(Deadline deadline) throws Exception {
    flush(deadline);
  }
}
