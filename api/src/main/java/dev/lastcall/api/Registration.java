package dev.lastcall.api;

/**
 * The handle of a registered cleanup: others can be ordered after it, and it can be withdrawn until
 * the exit begins.
 *
 * <p>Thread-safe.
 */
public interface Registration extends AutoCloseable {
  /**
   * Returns the name of the cleanup.
   *
   * @return unique within its exit graph
   */
  String name();

  /**
   * Returns where the cleanup stands.
   *
   * @return a momentary value
   */
  NodeState state();

  /**
   * Withdraws the cleanup, so that it does not run at the exit.
   *
   * <p>What was ordered after it is then ordered after its predecessors. Closing again does
   * nothing; once the exit has begun it does nothing either, and the cleanup runs.
   */
  @Override
  void close();
}
