package dev.lastcall.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Outcome;
import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a cleanup does, the others run, the process ends, and the report says who it was. */
final class MisdeedsTest {
  private static final Duration SHORT_GRACE = Duration.ofSeconds(6);

  @TempDir private Path directory;
  private Laboratory laboratory;

  @BeforeEach
  void open() {
    laboratory = new Laboratory(directory);
  }

  @Test
  void cleanupsThatAreStuckAndDeafAreLeftBehindWithTheirStacks() throws IOException {
    ExitReport report = endingOf(Scenario.STUCK_AND_DEAF);
    for (int deaf = 1; deaf <= 4; deaf++) {
      Outcome outcome = report.outcome("deaf-" + deaf).orElseThrow();
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Abandoned.class,
              abandoned -> assertThat(abandoned.sample().place()).contains("Misdeeds.hangDeaf"));
    }
  }

  @Test
  void aCleanupThatSpinsIsLeftBehind() throws IOException {
    assertThat(endingOf(Scenario.SPINNING).outcome("spinner").orElseThrow())
        .isInstanceOf(Outcome.Abandoned.class);
  }

  @Test
  void aCleanupThatHeedsItsInterruptTimesOut() throws IOException {
    assertThat(endingOf(Scenario.HANGING).outcome("hanging").orElseThrow())
        .isInstanceOfAny(Outcome.TimedOut.class, Outcome.Failed.class);
  }

  @Test
  void anOutOfMemoryErrorIsTheOutcomeOfItsCleanup() throws IOException {
    assertThat(endingOf(Scenario.OUT_OF_MEMORY_IN_A_CLEANUP, "-Xmx64m").outcome("hoarder"))
        .get()
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.cause().toString()).contains("OutOfMemoryError"));
  }

  @Test
  void aStackOverflowIsTheOutcomeOfItsCleanup() throws IOException {
    assertThat(endingOf(Scenario.STACK_OVERFLOW_IN_A_CLEANUP).outcome("diver"))
        .get()
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.cause().toString()).contains("StackOverflowError"));
  }

  @Test
  void aRequestThatRunsOutOfMemoryDoesNotSpoilTheExit() throws IOException {
    ChildJvmBuilder subject =
        laboratory.subject(Scenario.OUT_OF_MEMORY_ON_A_REQUEST, SHORT_GRACE, "-Xmx64m");
    try (ChildJvm running = subject.start()) {
      Ending ending = running.awaitLine("request died").signal("TERM").awaitEnding();
      assertThat(ending.exitCode()).isZero();
    }
    assertThatTheRestCompleted(laboratory.report());
  }

  @Test
  void aFullHeapDoesNotSpoilTheExit() throws IOException {
    ChildJvmBuilder subject = laboratory.subject(Scenario.HEAP_FULL, SHORT_GRACE, "-Xmx64m");
    try (ChildJvm running = subject.start()) {
      Ending ending = running.awaitLine("heap filled").signal("TERM").awaitEnding();
      assertThat(ending.killed()).isFalse();
      assertThat(ending.output()).contains("http closed", "outbox closed", "db closed");
    }
    assertThatTheRestCompleted(laboratory.report());
  }

  @Test
  void outputThatNobodyReadsDoesNotHoldUpTheExit() throws IOException {
    ChildJvmBuilder subject = laboratory.subject(Scenario.TALKATIVE, SHORT_GRACE).unreadOutput();
    Path served = directory.resolve("served");
    try (ChildJvm running = subject.start()) {
      running.await("the file \"served\"", () -> served.toFile().exists());
      Ending ending = running.signal("TERM").awaitEnding();
      assertThat(ending.killed()).isFalse();
    }
    assertThat(laboratory.report().outcome("talker").orElseThrow())
        .isInstanceOf(Outcome.Abandoned.class);
  }

  private ExitReport endingOf(Scenario scenario, String... options) throws IOException {
    Ending ending =
        laboratory.endBySignal(laboratory.subject(scenario, SHORT_GRACE, options), "TERM");
    assertThat(ending.killed()).isFalse();
    assertThat(ending.exitCode()).isNotZero();
    ExitReport report = laboratory.report();
    assertThatTheRestCompleted(report);
    return report;
  }

  private static void assertThatTheRestCompleted(ExitReport report) {
    for (String name : new String[] {"http", "outbox", "db"}) {
      assertThat(report.outcome(name)).get().isInstanceOf(Outcome.Completed.class);
    }
  }
}
