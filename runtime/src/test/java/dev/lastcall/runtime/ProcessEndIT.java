package dev.lastcall.runtime;

import static dev.lastcall.runtime.EndingProgram.GRACE;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.Ending;
import dev.lastcall.runtime.EndingProgram.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, real signals; what they leave behind is read afterwards. */
class ProcessEndIT {
  @TempDir Path folder;

  /** Signals that the test itself may have inherited as ignored are put back to their default. */
  private ChildJvmBuilder program(Way way) {
    return ChildJvmBuilder.of(EndingProgram.class, folder)
        .startedBy("env", "--default-signal=TERM,INT,HUP")
        .arguments(way.name());
  }

  private List<String> said() {
    try {
      Path said = folder.resolve("said");
      return Files.exists(said) ? Files.readAllLines(said) : List.of();
    } catch (IOException failure) {
      return fail(failure);
    }
  }

  private String report() throws IOException {
    try (Stream<Path> reports = Files.list(folder.resolve("reports"))) {
      return Files.readString(reports.findFirst().orElseThrow());
    }
  }

  private void awaitSaid(ChildJvm child, String line) {
    child.await(line, () -> said().contains(line));
  }

  private Ending signalledWhenReady(ChildJvmBuilder program, String signal) {
    try (ChildJvm child = program.start()) {
      awaitSaid(child, "ready");
      return child.signal(signal).awaitEnding();
    }
  }

  @Test
  void sigtermCleansInOrderFlushesReportsAndEndsWithZero() throws IOException {
    Ending ending = signalledWhenReady(program(Way.WAIT), "TERM");

    assertThat(ending.exitCode()).isZero();
    assertThat(said()).containsExactly("ready", "http stopped", "db closed", "foreign hook");
    assertThat(report()).contains("\"signal\"", "SIGTERM", "\"exitCode\": 0");
    assertThat(folder.resolve("audit")).hasContent("flushed");
    assertThat(ending.errors()).anyMatch(line -> line.contains("lastcall: grace period 20.0 s"));
  }

  @Test
  void sigintDoesWhatSigtermDoes() throws IOException {
    Ending ending = signalledWhenReady(program(Way.WAIT), "INT");

    assertThat(ending.exitCode()).isZero();
    assertThat(report()).contains("SIGINT");
  }

  @Test
  void aProcessThatIgnoresHangUpGoesOnIgnoringIt() throws IOException {
    ChildJvmBuilder program =
        ChildJvmBuilder.of(EndingProgram.class, folder)
            .startedBy("env", "--default-signal=TERM", "--ignore-signal=HUP")
            .arguments(Way.WAIT.name());
    try (ChildJvm child = program.start()) {
      awaitSaid(child, "ready");
      Ending ending = child.signal("HUP").signal("TERM").awaitEnding();

      assertThat(ending.exitCode()).isZero();
      assertThat(report()).contains("SIGTERM", "signal-ignored").doesNotContain("\"SIGHUP\"");
    }
  }

  @Test
  void aStuckCleanupIsLeftBehindAndTheRestIsDone() throws IOException {
    Ending ending = signalledWhenReady(program(Way.STUCK), "TERM");

    assertThat(ending.exitCode()).isEqualTo(124);
    assertThat(ending.elapsed()).isLessThan(GRACE);
    assertThat(report()).contains("abandoned", "EndingProgram");
    assertThat(folder.resolve("audit")).hasContent("flushed");
  }

  @Test
  void systemExitOnARequestThreadKeepsItsCodeAndIsNamed() throws IOException {
    try (ChildJvm child = program(Way.EXIT_BY_REQUEST_THREAD).start()) {
      assertThat(child.awaitEnding().exitCode()).isEqualTo(3);
    }
    assertThat(said()).contains("http stopped", "db closed", "foreign hook");
    assertThat(report()).contains("shutdown-hook", "System.exit by request-7 at");
  }

  @Test
  void systemExitInACleanupDeadlocksNobody() throws IOException {
    Ending ending = signalledWhenReady(program(Way.EXIT_BY_CLEANUP), "TERM");

    assertThat(ending.killed()).isFalse();
    assertThat(ending.exitCode()).isEqualTo(124);
    assertThat(said()).contains("db closed");
    assertThat(report()).contains("system-exit-during-exit", "System.exit by lc:http");
  }

  @Test
  void systemExitUnderALockThatACleanupWantsDeadlocksNobody() throws IOException {
    try (ChildJvm child = program(Way.EXIT_WITH_LOCK).start()) {
      assertThat(child.awaitEnding().exitCode()).isEqualTo(4);
    }
    assertThat(said()).contains("http stopped").doesNotContain("never");
    assertThat(report()).contains("abandoned", "blocked");
  }

  @Test
  void theApplicationMayAskForTheExitAndItsCode() throws IOException {
    try (ChildJvm child = program(Way.EXIT_BY_LASTCALL).start()) {
      assertThat(child.awaitEnding().exitCode()).isEqualTo(7);
    }
    assertThat(report()).contains("\"request\"", "exit(7) by main");
  }

  @Test
  void theLastThreadsEndRunsTheCleanupsBeforeOtherPeoplesHooks() throws IOException {
    try (ChildJvm child = program(Way.MAIN_RETURNS).start()) {
      assertThat(child.awaitEnding().exitCode()).isZero();
    }
    assertThat(said()).containsExactly("ready", "http stopped", "db closed", "foreign hook");
    assertThat(report()).contains("the last thread ended");
  }

  @Test
  void anExceptionInMainKeepsItsCode() {
    try (ChildJvm child = program(Way.MAIN_THROWS).start()) {
      assertThat(child.awaitEnding().exitCode()).isEqualTo(1);
    }
    assertThat(said()).contains("db closed");
  }

  @Test
  void noHookRunsBesideTheCleanupsWhenTheServersThreadsEndFirst() {
    Ending ending = signalledWhenReady(program(Way.LAST_THREAD_IN_CLEANUP), "TERM");

    assertThat(ending.exitCode()).isZero();
    assertThat(said()).containsExactly("ready", "http stopped", "db closed", "foreign hook");
  }

  @Test
  void outputThatNobodyReadsBlocksNothing() throws IOException {
    Ending ending = signalledWhenReady(program(Way.CHATTER).unreadOutput(), "TERM");

    assertThat(ending.exitCode()).isZero();
    assertThat(ending.elapsed()).isLessThan(GRACE);
    assertThat(report()).contains("\"exitCode\": 0");
  }

  @Test
  void aSecondSignalFlushesReportsAndEnds() throws IOException {
    try (ChildJvm child = program(Way.STUCK).start()) {
      awaitSaid(child, "ready");
      child.signal("TERM");
      awaitSaid(child, "db begins");
      Ending ending = child.signal("TERM").awaitEnding();

      assertThat(ending.exitCode()).isEqualTo(125);
      assertThat(ending.elapsed()).isLessThan(GRACE.dividedBy(2));
      assertThat(folder.resolve("audit")).hasContent("flushed");
      assertThat(report()).contains("\"exitCode\": 125", "abandoned", "EndingProgram.sleepForEver");
    }
  }

  @Test
  void aThirdSignalEndsEvenIfTheFlushHangs() {
    try (ChildJvm child = program(Way.FLUSH_HANGS).start()) {
      awaitSaid(child, "ready");
      child.signal("TERM");
      awaitSaid(child, "db begins");
      Ending ending = child.signal("TERM").signal("TERM").awaitEnding();

      assertThat(ending.exitCode()).isEqualTo(125);
      assertThat(ending.elapsed()).isLessThan(GRACE.dividedBy(2));
    }
  }

  @Test
  void aHookOfOthersThatHangsCannotExceedTheGracePeriod() throws IOException {
    Ending ending = signalledWhenReady(program(Way.HOOK_HANGS), "TERM");

    assertThat(ending.killed()).isFalse();
    assertThat(ending.exitCode()).isZero();
    assertThat(ending.elapsed()).isBetween(ofSeconds(2), ofSeconds(4));
    assertThat(report()).contains("\"exitCode\": 0");
  }

  @Test
  void aHandlerThatWasThereBeforeIsCalledAfterTheCleanups() throws IOException {
    Ending ending = signalledWhenReady(program(Way.HANDLER_BEFORE), "TERM");

    assertThat(ending.exitCode()).isZero();
    assertThat(said())
        .containsExactly("ready", "http stopped", "db closed", "old handler", "foreign hook");
    assertThat(report()).contains("signal-handler-chained");
  }

  @Test
  void aHandlerThatReplacedOursIsFoundAndTheSignalTakenBack() throws IOException {
    try (ChildJvm child = program(Way.HANDLER_REPLACED).start()) {
      awaitSaid(child, "retaken");
      assertThat(child.signal("TERM").awaitEnding().exitCode()).isZero();
    }
    assertThat(report()).contains("signal-handler-replaced", "SIGTERM was taken by");
  }

  @Test
  void withoutSignalsTheReasonIsSaidAtStart() {
    try (ChildJvm child = program(Way.MAIN_RETURNS).options("-Xrs").start()) {
      Ending ending = child.awaitEnding();

      assertThat(ending.exitCode()).isZero();
      assertThat(ending.errors()).anyMatch(line -> line.contains("SIGTERM cannot be taken"));
    }
    assertThat(said()).contains("db closed");
  }

  @Test
  void aLatecomerIsClosedAtOnce() {
    Ending ending = signalledWhenReady(program(Way.LATECOMER), "TERM");

    assertThat(ending.exitCode()).isZero();
    assertThat(said()).contains("late closed").anyMatch(line -> line.startsWith("refused: "));
  }

  @Test
  void fortyCleanupsThatWaitForEachOtherRunAtOnceUnasked() throws IOException {
    Ending ending = signalledWhenReady(program(Way.FAN), "TERM");

    assertThat(ending.exitCode()).isZero();
    assertThat(report()).contains("fan-39", "\"exitCode\": 0");
  }

  @Test
  void aListenerThatHangsDelaysNothingButItself() throws IOException {
    Ending ending = signalledWhenReady(program(Way.LISTENER_HANGS), "TERM");

    assertThat(ending.exitCode()).isZero();
    assertThat(ending.elapsed()).isLessThan(GRACE);
    assertThat(report()).contains("\"exitCode\": 0");
  }
}
