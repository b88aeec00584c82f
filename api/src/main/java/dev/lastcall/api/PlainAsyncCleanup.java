package dev.lastcall.api;

import java.util.concurrent.CompletionStage;

/**
 * An asynchronous cleanup that does not ask for its deadline, such as {@code
 * client::shutdownAsync}.
 *
 * <p>See {@link PlainCleanup} for why it extends {@link AsyncCleanup}.
 */
@FunctionalInterface
public interface PlainAsyncCleanup extends AsyncCleanup {
  /**
   * Starts to clean up.
   *
   * @return a stage that completes when the work is done
   * @throws Exception if it could not be started; reported as {@link Outcome.Failed}
   */
  CompletionStage<?> start() throws Exception;

  /**
   * Starts to clean up without looking at the context.
   *
   * @param context not used
   * @return a stage that completes when the work is done
   * @throws Exception if it could not be started
   */
  @Override
  default CompletionStage<?> start(CleanupContext context) throws Exception {
    return start();
  }
}
