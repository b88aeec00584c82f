package dev.lastcall.report;

import static dev.lastcall.api.Finding.Severity.ERROR;
import static dev.lastcall.api.Finding.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Outcome;
import org.junit.jupiter.api.Test;

final class VerdictTest {
  private final SampleReport sample = new SampleReport(10_000, 0);

  VerdictTest() {
    sample.completed("http", CleanupKind.SERVER, 0, 20, true);
    sample.completed("db", CleanupKind.POOL, 20, 30, true, "http");
  }

  @Test
  void anExitWhoseCodeTheJvmChoseIsCleanIfAllCompleted() {
    Verdict verdict = Verdict.of(sample.report(60, ExitReport.CHOSEN_BY_JVM));

    assertThat(verdict.clean()).isTrue();
    assertThat(verdict.sentence()).isEqualTo("all 2 cleanups completed");
  }

  @Test
  void whatTheStartUpChecksFoundIsSaidButDoesNotSpoilAnExitThatLostNothing() {
    sample.finding("signal-refused", ERROR, "SIGTERM cannot be taken", "start without -Xrs");
    sample.finding("signal-refused", ERROR, "SIGINT cannot be taken", "start without -Xrs");
    sample.finding("foreign-hook", WARNING, "a hook", "none");
    Verdict verdict = Verdict.of(sample.report(60, ExitReport.CHOSEN_BY_JVM));

    assertThat(verdict.clean()).isTrue();
    assertThat(verdict.sentence())
        .isEqualTo("all 2 cleanups completed, 2 errors found at start-up");
  }

  @Test
  void aStepOfTheExitThatFailedIsNoCleanExitAndTheSentenceSaysWhy() {
    sample.finding("exit-step-failed", ERROR, "a step failed", "report this");
    Verdict verdict = Verdict.of(sample.report(60, 0));

    assertThat(verdict.clean()).isFalse();
    assertThat(verdict.sentence())
        .isEqualTo("all 2 cleanups completed, 1 error in the exit itself");
  }

  @Test
  void aLateExitAndALostTargetAreNotCleanThoughAllCompleted() {
    Verdict late = Verdict.of(sample.report(10_001, 0));
    sample.target("audit", new Outcome.Skipped("no time"));
    Verdict lost = Verdict.of(sample.report(60, 0));

    assertThat(late.clean()).isFalse();
    assertThat(late.sentence()).isEqualTo("grace period exceeded, all 2 cleanups completed");
    assertThat(lost.clean()).isFalse();
    assertThat(lost.sentence()).isEqualTo("all 2 cleanups completed, 1 flush target lost");
  }
}
