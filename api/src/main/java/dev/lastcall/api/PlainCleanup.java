package dev.lastcall.api;

/**
 * A cleanup that does not ask for its deadline, such as {@code pool::close}.
 *
 * <p>It extends {@link Cleanup} so that of two fitting overloads the compiler picks this one:
 * {@code producer::close} stays unambiguous even where {@code close(Duration)} exists beside {@code
 * close()}.
 */
@FunctionalInterface
public interface PlainCleanup extends Cleanup {
  /**
   * Cleans up.
   *
   * @throws Exception if it could not; reported as {@link Outcome.Failed}
   */
  void run() throws Exception;

  /**
   * Cleans up without looking at the context.
   *
   * @param context not used
   * @throws Exception if it could not
   */
  @Override
  default void run(CleanupContext context) throws Exception {
    run();
  }
}
