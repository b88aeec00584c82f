package dev.lastcall.api;

import java.time.Duration;

/**
 * How one cleanup ended; every cleanup has exactly one.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Outcome {
  /**
   * Returns how long the cleanup ran.
   *
   * @return zero if it never began
   */
  Duration elapsed();

  /**
   * Returns the outcome as one lower-case word, for labels and logs.
   *
   * @return {@code completed}, {@code failed}, {@code timed-out}, {@code abandoned} or {@code
   *     skipped}
   */
  String word();

  /**
   * Tells whether the cleanup did its work in time.
   *
   * @return true for {@link Completed} only
   */
  default boolean isCompleted() {
    return this instanceof Completed;
  }

  /**
   * It returned in time.
   *
   * @param elapsed how long it ran
   */
  record Completed(Duration elapsed) implements Outcome {
    @Override
    public String word() {
      return "completed";
    }
  }

  /**
   * It threw in time; any {@link Throwable} counts.
   *
   * @param elapsed how long it ran
   * @param cause what it threw
   */
  record Failed(Duration elapsed, Throwable cause) implements Outcome {
    @Override
    public String word() {
      return "failed";
    }
  }

  /**
   * It came back late, after it had been interrupted at its deadline.
   *
   * @param elapsed how long it ran in all
   * @param timeout what it had been given
   * @param sample where it was at its deadline
   */
  record TimedOut(Duration elapsed, Duration timeout, StackSample sample) implements Outcome {
    @Override
    public String word() {
      return "timed-out";
    }
  }

  /**
   * It ignored the interrupt and was left behind with its thread.
   *
   * @param elapsed how long it had run when it was left
   * @param timeout what it had been given
   * @param sample where it was when it was left
   */
  record Abandoned(Duration elapsed, Duration timeout, StackSample sample) implements Outcome {
    @Override
    public String word() {
      return "abandoned";
    }
  }

  /**
   * It was not started.
   *
   * @param why the reason, in words for a person
   */
  record Skipped(String why) implements Outcome {
    @Override
    public Duration elapsed() {
      return Duration.ZERO;
    }

    @Override
    public String word() {
      return "skipped";
    }
  }
}
