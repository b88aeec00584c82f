package dev.lastcall.recorder;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.DrainEnding;
import dev.lastcall.api.ExitReport.DrainReport;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.PhaseReport;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import dev.lastcall.defer.StackSampler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Encodes one of everything when the start-up ends, so that no class is loaded and no lambda linked
 * for the first time while the exit runs. Nothing of it comes into the journal. Stateless.
 */
final class RecorderRehearsal {
  private static final String NAME = "rehearsal";
  private static final Duration TIME = Duration.ofSeconds(1);

  private RecorderRehearsal() {}

  static void run(RecordWriter writer, Pulse pulse) {
    StackSample sample = StackSampler.of(Thread.currentThread());
    ExitReason reason = new ExitReason(ExitReason.Door.REQUEST, NAME);
    writer.rehearse(new ExitEvent.ExitBegan(TIME, reason, plan()));
    writer.rehearse(new ExitEvent.PhaseBegan(TIME, ExitPhase.CLEAN));
    writer.rehearse(new ExitEvent.CleanupBegan(TIME, NAME, TIME, ""));
    writer.rehearse(new ExitEvent.CleanupInterrupted(TIME, NAME, sample));
    List<Outcome> outcomes = OutcomeRecord.oneOfEach(sample);
    for (Outcome outcome : outcomes) {
      writer.rehearse(new ExitEvent.CleanupEnded(TIME, NAME, outcome));
      writer.rehearse(new ExitEvent.TargetFlushed(TIME, NAME, outcome));
    }
    writer.rehearse(new ExitEvent.ExitEnded(TIME, report(reason, outcomes)));
    pulse.rehearse(new RecordBuffer(1 << 16));
  }

  static ExitPlan plan() {
    ExitPlan.Node node =
        new ExitPlan.Node(
            NAME, CleanupKind.OTHER, List.of(), TIME, TIME, Duration.ZERO, Optional.empty());
    return new ExitPlan(List.of(node), List.of(NAME), TIME, TIME, ExitPlan.Verdict.FITS, List.of());
  }

  static ExitReport report(ExitReason reason, List<Outcome> outcomes) {
    return new ExitReport(
        new ProcessFacts(1, NAME, NAME, NAME, Instant.EPOCH),
        reason,
        Mode.PERMISSIVE,
        new GracePeriod(TIME, NAME),
        Instant.EPOCH,
        TIME,
        0,
        List.of(new PhaseReport(ExitPhase.CLEAN, TIME, TIME)),
        new DrainReport(DrainEnding.NONE, 0, 0, 0),
        outcomes.stream()
            .map(
                outcome ->
                    new CleanupReport(
                        outcome.word(),
                        CleanupKind.OTHER,
                        List.of(NAME),
                        TIME,
                        TIME,
                        TIME,
                        outcome,
                        false,
                        ""))
            .toList(),
        List.of(NAME),
        new FlushReport(
            TIME,
            List.of(NAME),
            false,
            outcomes.stream()
                .map(outcome -> new TargetReport(outcome.word(), TIME, outcome))
                .toList()),
        List.of(new Finding(NAME, Finding.Severity.INFO, NAME, NAME)));
  }
}
