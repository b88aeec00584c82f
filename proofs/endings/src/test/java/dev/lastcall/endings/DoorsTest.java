package dev.lastcall.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.ExitReason.Door;
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

/** Every way in which a process can begin to end leads through the same cleanups, once each. */
final class DoorsTest {
  @TempDir private Path directory;
  private Laboratory laboratory;

  @BeforeEach
  void open() {
    laboratory = new Laboratory(directory);
  }

  @Test
  void sigtermRunsEveryCleanupInOrderAndEndsWithZero() throws IOException {
    Ending ending = laboratory.endBySignal(laboratory.subject(Scenario.ORDERLY), "TERM");
    assertThat(ending.exitCode()).isZero();
    assertThatEverythingWasClosedInOrder(ending);
    assertThat(laboratory.report().reason().door()).isEqualTo(Door.SIGNAL);
    assertThat(laboratory.report().reason().detail()).contains("SIGTERM");
  }

  @Test
  void sigintDoesTheSame() throws IOException {
    Ending ending = laboratory.endBySignal(laboratory.subject(Scenario.ORDERLY), "INT");
    assertThat(ending.exitCode()).isZero();
    assertThatEverythingWasClosedInOrder(ending);
    assertThat(laboratory.report().reason().detail()).contains("SIGINT");
  }

  @Test
  void withoutSignalHandlingTheHookOfTheJvmIsTheDoor() throws IOException {
    Ending ending =
        laboratory.endBySignal(laboratory.subject(Scenario.EXIT_FROM_A_REQUEST, "-Xrs"), "CONT");
    assertThat(ending.exitCode()).isEqualTo(7);
    assertThatEverythingWasClosedInOrder(ending);
    assertThat(laboratory.report().findings()).extracting("id").contains("signal-refused");
  }

  @Test
  void exitFromARequestKeepsItsCode() throws IOException {
    Ending ending = laboratory.endByItself(laboratory.subject(Scenario.EXIT_FROM_A_REQUEST));
    assertThat(ending.exitCode()).isEqualTo(7);
    assertThatEverythingWasClosedInOrder(ending);
    assertThat(laboratory.report().reason().door()).isEqualTo(Door.SHUTDOWN_HOOK);
  }

  @Test
  void exitFromACleanupHoldsNobodyUp() throws IOException {
    Ending ending =
        laboratory.endBySignal(laboratory.subject(Scenario.EXIT_FROM_A_CLEANUP), "TERM");
    assertThat(ending.killed()).isFalse();
    assertThat(ending.exitCode()).isNotZero();
    assertThatEverythingWasClosedInOrder(ending);
    assertThat(outcome("quitter")).isInstanceOf(Outcome.Abandoned.class);
  }

  @Test
  void exitThatHoldsALockOfAHookStillEndsInsideTheGracePeriod() throws IOException {
    Duration grace = Duration.ofSeconds(4);
    Ending ending =
        laboratory.endByItself(laboratory.subject(Scenario.EXIT_HOLDING_A_LOCK_OF_A_HOOK, grace));
    assertThat(ending.killed()).isFalse();
    assertThatEverythingWasClosedInOrder(ending);
    assertThat(ending.output()).doesNotContain("foreign hook done");
  }

  @Test
  void anUncaughtExceptionInMainKeepsItsCode() throws IOException {
    Ending ending = laboratory.endByItself(laboratory.subject(Scenario.UNCAUGHT_IN_MAIN));
    assertThat(ending.exitCode()).isEqualTo(1);
    assertThatEverythingWasClosedInOrder(ending);
  }

  @Test
  void theEndOfTheLastThreadIsAnExitToo() throws IOException {
    Ending ending = laboratory.endByItself(laboratory.subject(Scenario.LAST_THREAD_ENDS));
    assertThat(ending.exitCode()).isZero();
    assertThatEverythingWasClosedInOrder(ending);
    assertThat(laboratory.report().reason().door()).isEqualTo(Door.SHUTDOWN_HOOK);
  }

  @Test
  void anInterruptSignalThatWasIgnoredFromTheStartStaysIgnored() throws IOException {
    ChildJvmBuilder subject =
        laboratory
            .subject(Scenario.ORDERLY)
            .startedBy("sh", "-c", "trap '' INT; exec \"$@\"", "sh");
    try (ChildJvm running = subject.start()) {
      running.awaitLine("serving").signal("INT");
      assertThat(running.hasPrinted("http closed")).isFalse();
      Ending ending = running.signal("TERM").awaitEnding();
      assertThatEverythingWasClosedInOrder(ending);
    }
    assertThat(laboratory.report().reason().detail()).contains("SIGTERM");
  }

  private void assertThatEverythingWasClosedInOrder(Ending ending) throws IOException {
    assertThat(ending.output().stream().filter(line -> line.endsWith(" closed")))
        .containsExactly("http closed", "outbox closed", "db closed");
    ExitReport report = laboratory.report();
    assertThat(report.cleanups()).extracting("name").doesNotHaveDuplicates();
    assertThat(outcome("db")).isInstanceOf(Outcome.Completed.class);
  }

  private Outcome outcome(String name) throws IOException {
    return laboratory.report().outcome(name).orElseThrow();
  }
}
