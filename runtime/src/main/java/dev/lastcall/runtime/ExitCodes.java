package dev.lastcall.runtime;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Outcome;
import java.util.Collection;

/**
 * Which code the process ends with.
 *
 * <p>Immutable and thread-safe.
 *
 * @param clean if every cleanup and every flush target completed; {@code lastcall.exit(n)} wins
 *     over it
 * @param failed if one failed or was skipped, and none was late
 * @param timedOut if one was late, abandoned, or never begun for lack of time
 * @param forced if a second signal cut the exit short
 * @param passesSignalsThrough whether a clean exit that a signal began ends with 128 plus the
 *     signal's number (143 for SIGTERM, 130 for SIGINT), as a JVM without Lastcall does, and not
 *     with {@code clean}
 */
public record ExitCodes(
    int clean, int failed, int timedOut, int forced, boolean passesSignalsThrough) {
  /**
   * Checks the codes.
   *
   * @throws IllegalArgumentException if a code is not 0 to 255
   */
  public ExitCodes {
    Arguments.between("clean", clean, 0, 255);
    Arguments.between("failed", failed, 0, 255);
    Arguments.between("timedOut", timedOut, 0, 255);
    Arguments.between("forced", forced, 0, 255);
  }

  /**
   * Returns the defaults: 0 clean, 70 failed ({@code EX_SOFTWARE} of sysexits.h), 124 timed out (as
   * timeout(1) of GNU coreutils), 125 forced.
   *
   * @return the codes
   */
  public static ExitCodes defaults() {
    return new ExitCodes(0, 70, 124, 125, false);
  }

  /**
   * Returns the defaults with {@link #passesSignalsThrough()} set.
   *
   * @return the codes
   */
  public static ExitCodes passThrough() {
    return new ExitCodes(0, 70, 124, 125, true);
  }

  /** The code of a clean exit that a signal began. */
  int cleanAfterSignal(int number) {
    return passesSignalsThrough ? 128 + number : clean;
  }

  /** The code of an exit that ran to its end: {@code cleanCode} unless something went wrong. */
  int after(int cleanCode, Collection<Outcome> outcomes) {
    if (outcomes.stream().anyMatch(ExitCodes::isLate)) {
      return timedOut;
    }
    return outcomes.stream().allMatch(Outcome::isCompleted) ? cleanCode : failed;
  }

  private static boolean isLate(Outcome outcome) {
    return outcome instanceof Outcome.TimedOut
        || outcome instanceof Outcome.Abandoned
        || (outcome instanceof Outcome.Skipped skipped && !skipped.why().startsWith("predecessor"));
  }
}
