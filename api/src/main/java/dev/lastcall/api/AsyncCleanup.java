package dev.lastcall.api;

import java.util.concurrent.CompletionStage;

/**
 * A cleanup that starts work and returns a stage; it has ended when the stage has.
 *
 * <p>At its deadline the stage's future is cancelled. Otherwise like {@link Cleanup}.
 */
@FunctionalInterface
public interface AsyncCleanup {
  /**
   * Starts to clean up.
   *
   * @param context the name, the deadline and the trace of this cleanup
   * @return a stage that completes when the work is done
   * @throws Exception if it could not be started; reported as {@link Outcome.Failed}
   */
  CompletionStage<?> start(CleanupContext context) throws Exception;
}
