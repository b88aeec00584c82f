package dev.lastcall.recorder;

import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.DrainEnding;
import dev.lastcall.api.ExitReport.DrainReport;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.util.List;

/**
 * An exit that did not come to its end as if it had, for what draws exit reports: what was running
 * counts as abandoned, what had not begun as skipped. Stateless.
 */
final class ProgressReport {
  /** 128 and the number of SIGKILL. */
  private static final int KILLED = 137;

  private static final DrainReport NO_DRAIN = new DrainReport(DrainEnding.NONE, 0, 0, 0);

  private ProgressReport() {}

  static ExitReport ofKilled(RecordedProcess process, ExitProgress progress) {
    return report(process, progress, KILLED);
  }

  static ExitReport ofEnded(RecordedProcess process, ExitProgress progress, int exitCode) {
    return report(process, progress, exitCode);
  }

  private static ExitReport report(RecordedProcess process, ExitProgress progress, int exitCode) {
    return new ExitReport(
        process.facts(),
        progress.reason(),
        process.mode().orElse(Mode.PERMISSIVE),
        process
            .gracePeriod()
            .orElseGet(() -> new GracePeriod(GracePeriod.DEFAULT_LENGTH, "not on record any more")),
        progress.beganAt(),
        progress.lastSign(),
        exitCode,
        progress.phases(),
        NO_DRAIN,
        progress.cleanups().stream().map(each -> cleanup(each, progress)).toList(),
        progress.criticalPath(),
        new FlushReport(Duration.ZERO, List.of(), false, progress.targets()),
        List.of());
  }

  private static CleanupReport cleanup(CleanupProgress cleanup, ExitProgress progress) {
    return new CleanupReport(
        cleanup.name(),
        cleanup.kind(),
        cleanup.after(),
        cleanup.timeout(),
        cleanup.allotted(),
        cleanup.isWaiting() ? progress.lastSign() : cleanup.began(),
        cleanup.outcome().orElseGet(() -> outcome(cleanup)),
        progress.criticalPath().contains(cleanup.name()),
        cleanup.traceId());
  }

  private static Outcome outcome(CleanupProgress cleanup) {
    if (cleanup.isRunning()) {
      StackSample unseen =
          new StackSample("lc:" + cleanup.name(), Thread.State.RUNNABLE, List.of(), "", "");
      return new Outcome.Abandoned(
          cleanup.lasted(), cleanup.allotted(), cleanup.sample().orElse(unseen));
    }
    return new Outcome.Skipped(
        cleanup.waitsFor().isEmpty()
            ? "nothing held it up"
            : "waited for " + String.join(", ", cleanup.waitsFor()));
  }
}
