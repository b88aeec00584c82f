package dev.lastcall.runtime;

import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.DrainEnding;
import dev.lastcall.api.ExitReport.DrainReport;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.exit.CleanResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The report while it is being lived.
 *
 * <p>Written by the thread of the exit; if the exit is cut short, another thread makes of it what
 * can be said by then. Thread-safe.
 */
final class ReportDraft {
  private static final DrainReport NOT_DRAINED = new DrainReport(DrainEnding.NONE, 0, 0, 0);

  private final ExitSetup setup;
  private final ExitTimes times;
  private final Instant beganAt;
  private final PhaseLog phases = new PhaseLog();
  private volatile ExitReason reason;
  private volatile DrainReport drain = NOT_DRAINED;

  ReportDraft(ExitSetup setup, ExitTimes times, ExitReason reason) {
    this.setup = setup;
    this.times = times;
    this.reason = reason;
    this.beganAt = Instant.now().minus(elapsed());
  }

  Duration elapsed() {
    return times.since(setup.ticker().nanos());
  }

  void reason(ExitReason known) {
    reason = known;
  }

  ExitReason reason() {
    return reason;
  }

  void phase(ExitPhase phase, Duration at) {
    phases.begin(phase, at);
  }

  void drain(DrainReport report) {
    drain = report;
  }

  /** The report of an exit that ran to its end. */
  ExitReport whole(int exitCode, CleanResult cleaned, FlushReport flushed) {
    setup.findings().addAll(cleaned.findings());
    setup.findings().addAll(setup.threads().findings());
    return report(exitCode, elapsed(), cleaned, flushed);
  }

  /** The report of an exit that a second signal cut short. */
  ExitReport cut(int exitCode, FlushReport flushed) {
    Duration now = elapsed();
    CleanResult cleaned =
        new CleanResult(setup.traffic().board().ledger().cutAt(now), List.of(), List.of());
    return report(exitCode, now, cleaned, flushed);
  }

  private ExitReport report(int exitCode, Duration now, CleanResult cleaned, FlushReport flushed) {
    setup.findings().addAll(setup.delivery().events().findings());
    return new ExitReport(
        setup.terms().process(),
        reason,
        setup.terms().mode(),
        setup.terms().grace(),
        beganAt,
        now,
        exitCode,
        phases.until(now),
        drain,
        cleaned.cleanups(),
        cleaned.criticalPath(),
        times.whole(flushed),
        setup.findings().list());
  }
}
