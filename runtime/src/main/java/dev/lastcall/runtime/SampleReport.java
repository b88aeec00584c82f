package dev.lastcall.runtime;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitPhase;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A report that holds one of everything, to rehearse its writing with. */
final class SampleReport {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private SampleReport() {}

  static ExitReport of(ProcessFacts process) {
    StackSample sample =
        new StackSample(
            "lc:sample",
            Thread.State.WAITING,
            List.of(new StackTraceElement("com.acme.Pool", "close", "Pool.java", 7)),
            "java.lang.Object@7",
            "main");
    List<Outcome> outcomes =
        List.of(
            new Outcome.Completed(SECOND),
            new Outcome.Failed(SECOND, new IllegalStateException("sample", new Exception("why"))),
            new Outcome.TimedOut(SECOND, SECOND, sample),
            new Outcome.Abandoned(SECOND, SECOND, sample),
            new Outcome.Skipped("sample"));
    return new ExitReport(
        process,
        new ExitReason(ExitReason.Door.REQUEST, "rehearsal"),
        Mode.PERMISSIVE,
        new GracePeriod(GracePeriod.DEFAULT_LENGTH, "rehearsal"),
        Instant.now(),
        SECOND,
        0,
        Arrays.stream(ExitPhase.values())
            .map(phase -> new PhaseReport(phase, SECOND, SECOND))
            .toList(),
        new DrainReport(DrainEnding.NONE, 0, 0, 0),
        outcomes.stream().map(SampleReport::cleanup).toList(),
        List.of("completed"),
        new FlushReport(
            SECOND,
            List.of("rehearsal"),
            true,
            outcomes.stream().map(SampleReport::target).toList()),
        List.of(new Finding("rehearsal", Finding.Severity.WARNING, "sample", "none")));
  }

  private static CleanupReport cleanup(Outcome outcome) {
    return new CleanupReport(
        outcome.word(),
        CleanupKind.OTHER,
        List.of("completed"),
        SECOND,
        SECOND,
        SECOND,
        outcome,
        outcome.isCompleted(),
        "");
  }

  private static TargetReport target(Outcome outcome) {
    return new TargetReport(outcome.word(), SECOND, outcome);
  }
}
