package dev.lastcall.page;

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
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reports with one outcome of each kind, whose texts can be chosen. */
final class PageReports {
  private static final Duration SOME = Duration.ofMillis(1_250);

  private PageReports() {}

  static ExitReport mixed() {
    return with("x");
  }

  /** A report in which every text that others write begins with the given one. */
  static ExitReport with(String text) {
    List<CleanupReport> cleanups = new ArrayList<>();
    cleanups.add(cleanup(text + "1", new Outcome.Completed(SOME)));
    cleanups.add(cleanup(text + "2", new Outcome.Failed(SOME, thrown(text)), text + "1"));
    cleanups.add(cleanup(text + "3", new Outcome.TimedOut(SOME, SOME, sample(text)), text + "1"));
    cleanups.add(cleanup(text + "4", new Outcome.Abandoned(SOME, SOME, sample(text)), text + "2"));
    cleanups.add(cleanup(text + "5", new Outcome.Skipped(text), text + "3", text + "4"));
    return new ExitReport(
        new ProcessFacts(7, text, text, text, Instant.EPOCH),
        new ExitReason(ExitReason.Door.SHUTDOWN_HOOK, text),
        Mode.STRICT,
        new GracePeriod(Duration.ofSeconds(30), text),
        Instant.ofEpochMilli(1_773_480_413_589L),
        SOME.multipliedBy(3),
        71,
        List.of(new PhaseReport(ExitPhase.CLEAN, Duration.ZERO, SOME)),
        new DrainReport(DrainEnding.BOUND, 5, 2, 1_234_567_890_123L),
        cleanups,
        List.of(text + "1", text + "2", text + "4"),
        new FlushReport(
            SOME,
            List.of(text),
            true,
            List.of(new TargetReport(text, SOME, new Outcome.Failed(SOME, thrown(text))))),
        List.of(new Finding("some-id", Finding.Severity.WARNING, text, text)));
  }

  static CleanupReport cleanup(String name, Outcome outcome, String... after) {
    return new CleanupReport(
        name, CleanupKind.POOL, List.of(after), SOME, SOME, SOME, outcome, true, "");
  }

  static CleanupReport cleanup(String name, String... after) {
    return cleanup(name, new Outcome.Completed(SOME), after);
  }

  private static StackSample sample(String text) {
    return new StackSample(text, Thread.State.TIMED_WAITING, List.of(frames()), text, text);
  }

  private static Throwable thrown(String text) {
    Throwable cause = withShortStack(new IllegalStateException());
    Throwable thrown = withShortStack(new IOException(text, cause));
    thrown.addSuppressed(withShortStack(new IOException(text)));
    return thrown;
  }

  private static Throwable withShortStack(Throwable thrown) {
    thrown.setStackTrace(frames());
    return thrown;
  }

  private static StackTraceElement[] frames() {
    return Arrays.copyOf(new Throwable().getStackTrace(), 6);
  }
}
