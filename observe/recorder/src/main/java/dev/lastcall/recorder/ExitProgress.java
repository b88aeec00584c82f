package dev.lastcall.recorder;

import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport.PhaseReport;
import dev.lastcall.api.ExitReport.TargetReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far an exit had come. Immutable and thread-safe.
 *
 * @param reason why it began
 * @param beganAt when, by the wall clock
 * @param lastSign the last sign of life, from the begin of the exit; every 50 ms there is one
 * @param left what was left of the grace period then, zero if nothing; empty if that is not known
 * @param phases those that had begun, the last of them still running
 * @param cleanups those that are known: first what had begun, in that order
 * @param ended how many cleanups had ended, also of those that are not listed
 * @param waiting how many had not begun, also of those that are not listed
 * @param criticalPath the longest chain of bounds in the plan
 * @param targets flush targets that had ended
 */
public record ExitProgress(
    ExitReason reason,
    Instant beganAt,
    Duration lastSign,
    Optional<Duration> left,
    List<PhaseReport> phases,
    List<CleanupProgress> cleanups,
    int ended,
    int waiting,
    List<String> criticalPath,
    List<TargetReport> targets) {
  /** Copies the lists. */
  public ExitProgress {
    phases = List.copyOf(phases);
    cleanups = List.copyOf(cleanups);
    criticalPath = List.copyOf(criticalPath);
    targets = List.copyOf(targets);
  }

  /** {@return the phase that was running, empty if none had begun} */
  public Optional<ExitPhase> phase() {
    return phases.isEmpty() ? Optional.empty() : Optional.of(phases.get(phases.size() - 1).phase());
  }

  /** {@return the cleanups that were running} */
  public List<CleanupProgress> running() {
    return cleanups.stream().filter(CleanupProgress::isRunning).toList();
  }

  /** {@return those that had not begun, as far as they are listed} */
  public List<CleanupProgress> notBegun() {
    return cleanups.stream().filter(CleanupProgress::isWaiting).toList();
  }

  /** {@return how many cleanups are counted, but not listed} */
  public int unlisted() {
    return Math.max(0, ended + running().size() + waiting - cleanups.size());
  }
}
