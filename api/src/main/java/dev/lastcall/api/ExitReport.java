package dev.lastcall.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an exit did: what ran, how long, how it ended, what decided its length and what was left
 * behind.
 *
 * <p>All durations are monotonic; all offsets count from the begin of the exit. Immutable and
 * thread-safe.
 *
 * @param process which process
 * @param reason why the exit began
 * @param mode the mode in force
 * @param gracePeriod what the platform allowed
 * @param beganAt the wall time at which the exit began
 * @param workDone when the last flush had ended; the JVM's own death comes on top
 * @param exitCode the code that the process ends with, or {@link #CHOSEN_BY_JVM}
 * @param phases one entry for each phase that began, in order
 * @param drain how the drain ended
 * @param cleanups every registered cleanup exactly once, in the order in which they began
 * @param criticalPath the names along the chain that decided how long the cleaning took, first to
 *     last
 * @param flush what happened in the reserve
 * @param findings what a person should know
 */
public record ExitReport(
    ProcessFacts process,
    ExitReason reason,
    Mode mode,
    GracePeriod gracePeriod,
    Instant beganAt,
    Duration workDone,
    int exitCode,
    List<PhaseReport> phases,
    DrainReport drain,
    List<CleanupReport> cleanups,
    List<String> criticalPath,
    FlushReport flush,
    List<Finding> findings) {
  /** The version of the report's form; it grows when a field changes its meaning or goes away. */
  public static final int VERSION = 1;

  /** The exit code where the JVM chose it: after {@code System.exit(n)}, or when main ended. */
  public static final int CHOSEN_BY_JVM = -1;

  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException if a list is null
   */
  public ExitReport {
    phases = List.copyOf(Arguments.given("phases", phases));
    cleanups = List.copyOf(Arguments.given("cleanups", cleanups));
    criticalPath = List.copyOf(Arguments.given("criticalPath", criticalPath));
    findings = List.copyOf(Arguments.given("findings", findings));
  }

  /**
   * Returns how one cleanup ended.
   *
   * @param name its name
   * @return empty if there was no such cleanup
   */
  public Optional<Outcome> outcome(String name) {
    return cleanups.stream()
        .filter(cleanup -> cleanup.name().equals(name))
        .map(CleanupReport::outcome)
        .findFirst();
  }

  /**
   * Returns the exit code in words.
   *
   * @return such as {@code exit code 0}, or that the JVM chose it
   */
  public String exitCodeInWords() {
    return exitCode == CHOSEN_BY_JVM ? "exit code chosen by the JVM" : "exit code " + exitCode;
  }

  /**
   * Returns what of the grace period was left when the work was done.
   *
   * @return zero if nothing was left
   */
  public Duration graceLeft() {
    Duration left = gracePeriod.length().minus(workDone);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Which process the report is about.
   *
   * @param pid its process id
   * @param host the machine's or pod's name
   * @param command the main class or jar, empty if not known
   * @param java the JVM's vendor and version
   * @param startedAt when the process started
   * @param version what the application calls its version, empty if it does not say
   */
  public record ProcessFacts(
      long pid, String host, String command, String java, Instant startedAt, String version) {
    /**
     * Makes the facts of a process that does not say its version.
     *
     * @param pid its process id
     * @param host the machine's or pod's name
     * @param command the main class or jar, empty if not known
     * @param java the JVM's vendor and version
     * @param startedAt when the process started
     */
    public ProcessFacts(long pid, String host, String command, String java, Instant startedAt) {
      this(pid, host, command, java, startedAt, "");
    }
  }

  /**
   * One phase.
   *
   * @param phase which one
   * @param began its offset
   * @param elapsed how long it took
   */
  public record PhaseReport(ExitPhase phase, Duration began, Duration elapsed) {}

  /**
   * One cleanup.
   *
   * @param name its name
   * @param kind its kind
   * @param after the names of its predecessors
   * @param timeout its own bound
   * @param allotted what it was given when it began; zero if it never did
   * @param began the offset at which it began or was skipped
   * @param outcome how it ended
   * @param critical whether it lies on the critical path
   * @param traceId the trace of the registering code, empty if none
   */
  public record CleanupReport(
      String name,
      CleanupKind kind,
      List<String> after,
      Duration timeout,
      Duration allotted,
      Duration began,
      Outcome outcome,
      boolean critical,
      String traceId) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the list is null
     */
    public CleanupReport {
      after = List.copyOf(Arguments.given("after", after));
    }
  }

  /**
   * The drain.
   *
   * @param ending why it ended
   * @param inFlightAtBegin requests in flight when it began
   * @param inFlightAtEnd requests in flight when it ended
   * @param served requests that ended during the drain
   */
  public record DrainReport(
      DrainEnding ending, int inFlightAtBegin, int inFlightAtEnd, long served) {}

  /** Why a drain ended. */
  public enum DrainEnding {
    /** No request was in flight or arrived for the quiet period. */
    QUIET,
    /** The longest time that a drain may take was over. */
    BOUND,
    /** Nothing counts requests, so the pre-drain delay was waited for and nothing else. */
    DELAY,
    /** The exit had no drain: it was switched off, or the JVM's shutdown had begun already. */
    NONE
  }

  /**
   * The flush reserve.
   *
   * @param reserve the slice at the end that no cleanup could spend
   * @param reasons what the reserve is made of, in words, one part each
   * @param lastGasp true if it ran because the deadline came, false if the cleaning had ended
   *     before
   * @param targets every flush target exactly once, in order
   */
  public record FlushReport(
      Duration reserve, List<String> reasons, boolean lastGasp, List<TargetReport> targets) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a list is null
     */
    public FlushReport {
      reasons = List.copyOf(Arguments.given("reasons", reasons));
      targets = List.copyOf(Arguments.given("targets", targets));
    }
  }

  /**
   * One flush target.
   *
   * @param name its name
   * @param rehearsed how long its last rehearsal took, zero if there was none
   * @param outcome how it ended
   */
  public record TargetReport(String name, Duration rehearsed, Outcome outcome) {}
}
