package dev.lastcall.api;

import java.time.Duration;

/**
 * One thing that happened during the exit, or, for recorders alone, that an exit will build on.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface ExitEvent {
  /**
   * Returns when it happened.
   *
   * @return the time since the exit began; zero for what comes before it
   */
  Duration at();

  /**
   * Everything is in place for an exit. Told to recorders only.
   *
   * @param at always zero
   * @param process which process
   * @param gracePeriod what the platform allows
   * @param mode the mode in force
   */
  record Installed(Duration at, ExitReport.ProcessFacts process, GracePeriod gracePeriod, Mode mode)
      implements ExitEvent {}

  /**
   * The start-up ended. Told to recorders only.
   *
   * @param at always zero
   * @param plan what an exit would do now
   */
  record Ready(Duration at, ExitPlan plan) implements ExitEvent {}

  /**
   * The exit began.
   *
   * @param at always zero
   * @param reason why
   * @param plan what is going to happen
   */
  record ExitBegan(Duration at, ExitReason reason, ExitPlan plan) implements ExitEvent {}

  /**
   * A phase began.
   *
   * @param at when
   * @param phase which one
   */
  record PhaseBegan(Duration at, ExitPhase phase) implements ExitEvent {}

  /**
   * A cleanup began to run.
   *
   * @param at when
   * @param name its name
   * @param allotted what it was given, at most its own bound
   * @param traceId the trace of the registering code, empty if none
   */
  record CleanupBegan(Duration at, String name, Duration allotted, String traceId)
      implements ExitEvent {}

  /**
   * A cleanup was interrupted at its deadline.
   *
   * @param at when
   * @param name its name
   * @param sample where it was
   */
  record CleanupInterrupted(Duration at, String name, StackSample sample) implements ExitEvent {}

  /**
   * A cleanup has its outcome.
   *
   * @param at when
   * @param name its name
   * @param outcome how it ended
   */
  record CleanupEnded(Duration at, String name, Outcome outcome) implements ExitEvent {}

  /**
   * A flush target has its outcome.
   *
   * @param at when
   * @param name its name
   * @param outcome how it ended
   */
  record TargetFlushed(Duration at, String name, Outcome outcome) implements ExitEvent {}

  /**
   * The report is complete; the process ends next.
   *
   * @param at when
   * @param report what happened
   */
  record ExitEnded(Duration at, ExitReport report) implements ExitEvent {}
}
