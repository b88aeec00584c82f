package dev.lastcall.recorder;

import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that had a recorder, as far as its journal goes back. Immutable and thread-safe.
 *
 * @param facts who it is; command and Java are empty if they are not on record any more
 * @param gracePeriod what the platform allowed, empty if it is not on record
 * @param mode the mode in force, empty if it is not on record
 * @param plan what an exit would have done when the start-up ended, empty if it did not end
 * @param cleanups how many cleanups that plan had; the plan holds the first of them
 * @param firstSign when its first record was written, by the wall clock
 * @param lastSign when its last one was written; it lived at least until then
 * @param metrics its last complete snapshot, empty if there is none
 * @param unreadable records that are sound, but of no kind known here
 */
public record RecordedProcess(
    ProcessFacts facts,
    Optional<GracePeriod> gracePeriod,
    Optional<Mode> mode,
    Optional<ExitPlan> plan,
    int cleanups,
    Instant firstSign,
    Instant lastSign,
    Optional<MetricsSnapshot> metrics,
    long unreadable) {
  /** {@return whether its start-up had ended, by {@code ready()}} */
  public boolean isReady() {
    return plan.isPresent();
  }

  /** {@return for how long it lived at least, from its start, by the wall clock} */
  public Duration age() {
    Duration age = Duration.between(facts.startedAt(), lastSign);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
