package dev.lastcall.api;

/**
 * One action to run at the end, which is told how long it may take.
 *
 * <p>It runs at most once, on a thread of Lastcall's. It should hand {@link
 * CleanupContext#deadline()} to whatever it waits for, and return soon after an interrupt. Whatever
 * it throws becomes its {@link Outcome} and stops nobody else.
 */
@FunctionalInterface
public interface Cleanup {
  /**
   * Cleans up.
   *
   * @param context the name, the deadline and the trace of this cleanup
   * @throws Exception if it could not; reported as {@link Outcome.Failed}
   */
  void run(CleanupContext context) throws Exception;
}
