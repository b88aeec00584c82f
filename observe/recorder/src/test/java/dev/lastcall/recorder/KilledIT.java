package dev.lastcall.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.StackSample;
import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.Ending;
import dev.lastcall.recorder.RecordedExit.Ended;
import dev.lastcall.recorder.RecordedExit.KilledWithoutExit;
import dev.lastcall.recorder.RecordedExit.StillRunning;
import dev.lastcall.recorder.RecordedProgram.Place;
import dev.lastcall.report.TextStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that gets a real SIGKILL at a known place is found there. */
class KilledIT {
  private static final int SIGKILLED = 137;

  @TempDir Path folder;

  @Test
  void inTheMiddleOfTheGraphItSaysWhatRanWhatHadEndedAndWhatHadNotBegun() {
    Duration lasted = killIn(Place.CLEAN, "hangs");
    ExitProgress progress = Killed.progress(folder);

    assertThat(progress.reason().detail()).isEqualTo("SIGTERM");
    assertThat(progress.phase()).contains(ExitPhase.CLEAN);
    assertThat(Killed.names(progress.running())).containsExactly("outbox");
    assertThat(Killed.ended(progress)).containsExactlyInAnyOrder("http completed", "cache failed");
    assertThat(Killed.names(progress.notBegun())).containsExactlyInAnyOrder("db", "broker");
    assertThat(progress.notBegun())
        .allSatisfy(waiting -> assertThat(waiting.waitsFor()).containsExactly("outbox"));
    assertThat(progress.left()).contains(RecordedProgram.GRACE.minus(progress.lastSign()));
    CleanupProgress outbox = progress.running().get(0);
    assertThat(outbox.lasted()).isPositive().isLessThanOrEqualTo(lasted);
    assertThat(outbox.sample().map(StackSample::place).orElseThrow()).contains("hangIf");
    assertThat(RecordedExitText.render(Killed.last(folder), new TextStyle(100, false, true)))
        .contains("killed in the clean phase of its exit: 1 running, 1 failed, 1 completed, 2 not")
        .contains("▶ outbox for at least")
        .contains("waited for outbox");
  }

  @Test
  void inEachOtherPhaseItSaysWhichOne() {
    killIn(Place.DRAIN, "draining");
    ExitProgress progress = Killed.progress(folder);

    assertThat(progress.phase()).contains(ExitPhase.DRAIN);
    assertThat(progress.running()).isEmpty();
    assertThat(progress.waiting()).isEqualTo(5);
  }

  @Test
  void inTheFlushTheTargetsThatHadEndedAreKnown() {
    killIn(Place.FLUSH, "hangs");
    ExitProgress progress = Killed.progress(folder);

    assertThat(progress.phase()).contains(ExitPhase.FLUSH);
    assertThat(progress.waiting()).isZero();
    assertThat(progress.targets()).extracting("name").containsExactly("audit");
  }

  @Test
  void inTheReportAllHasEnded() {
    killIn(Place.REPORT, "hangs");
    ExitProgress progress = Killed.progress(folder);

    assertThat(progress.phase()).contains(ExitPhase.REPORT);
    assertThat(progress.ended()).isEqualTo(5);
  }

  @Test
  void beforeAnyExitItIsToldApartAndItsLastMetricsAreThere() {
    try (ChildJvm child = Killed.program(folder, Place.NOWHERE, 0).start().awaitLine("ready")) {
      child.await("the third snapshot", () -> metrics().contains("scrapes_total 3"));
      assertThat(Killed.last(folder)).isInstanceOf(StillRunning.class);
      assertThat(child.signal("KILL").awaitEnding().exitCode()).isEqualTo(SIGKILLED);
    }

    assertThat(Killed.last(folder)).isInstanceOf(KilledWithoutExit.class);
    RecordedProcess process = Killed.last(folder).process();
    assertThat(process.isReady()).isTrue();
    assertThat(process.cleanups()).isEqualTo(5);
    assertThat(process.gracePeriod().orElseThrow().length()).isEqualTo(RecordedProgram.GRACE);
    assertThat(process.facts().command()).isEqualTo(RecordedProgram.class.getName());
    assertThat(metrics()).containsPattern("scrapes_total [1-9]");
  }

  @Test
  void whileItStartsItIsToldApart() {
    try (ChildJvm child = Killed.program(folder, Place.READY, 0).start().awaitLine("hangs")) {
      child.signal("KILL").awaitEnding();
    }

    assertThat(Killed.last(folder)).isInstanceOf(KilledWithoutExit.class);
    assertThat(Killed.last(folder).process().isReady()).isFalse();
    assertThat(RecordedExitText.sentence(Killed.last(folder))).contains("while it started");
  }

  @Test
  void anExitThatCameToItsEndIsReportedWhole() {
    Ending ending;
    try (ChildJvm child = Killed.program(folder, Place.NOWHERE, 0).start().awaitLine("ready")) {
      ending = child.signal("TERM").awaitEnding();
    }

    assertThat(Killed.last(folder)).isInstanceOf(Ended.class);
    String text = RecordedExitText.render(Killed.last(folder), new TextStyle(100, false, true));
    assertThat(String.join("\n", ending.errors()) + "\n").contains(text);
  }

  @Test
  void aFrozenProcessThatIsKilledAtItsDeadlineStandsWhereItWasFrozen() {
    try (ChildJvm child = Killed.program(folder, Place.CLEAN, 0).start().awaitLine("ready")) {
      child.signal("TERM").awaitLine("hangs");
      Killed.awaitSign(child, folder, 300);
      child.signal("STOP");
      Duration frozenAt = frozenSign(child);
      child.signal("KILL").awaitEnding();

      assertThat(Killed.progress(folder).lastSign()).isEqualTo(frozenAt);
      assertThat(Killed.names(Killed.progress(folder).running())).containsExactly("outbox");
    }
  }

  /** A stopped process writes nothing: two looks in a row see the same. */
  private Duration frozenSign(ChildJvm child) {
    Duration[] seen = {Duration.ZERO};
    long[] since = {System.nanoTime()};
    child.await(
        "no more signs of life",
        () -> {
          Duration now = ((StillRunning) Killed.last(folder)).progress().orElseThrow().lastSign();
          if (!now.equals(seen[0])) {
            seen[0] = now;
            since[0] = System.nanoTime();
          }
          return System.nanoTime() - since[0] > 500_000_000L;
        });
    return seen[0];
  }

  @Test
  void noClassOfOursIsLoadedForTheFirstTimeWhileTheExitRuns() throws IOException {
    Path loaded = folder.resolve("loaded");
    try (ChildJvm child =
        Killed.program(folder, Place.CLEAN, 0)
            .options("-Xlog:class+load:file=" + loaded)
            .start()
            .awaitLine("ready")) {
      child.await("a snapshot", () -> metrics().contains("scrapes_total"));
      int before = Files.readAllLines(loaded).size();
      child.signal("TERM").awaitLine("hangs");
      Killed.awaitSign(child, folder, 500);
      child.signal("KILL").awaitEnding();

      assertThat(Files.readAllLines(loaded).stream().skip(before))
          .noneMatch(line -> line.contains("dev.lastcall") && !line.contains("RecordedProgram"));
    }
  }

  @Test
  void twoLivesInOneFolderAreToldApart() throws IOException {
    killIn(Place.CLEAN, "hangs");
    try (ChildJvm child = Killed.program(folder, Place.NOWHERE, 0).start().awaitLine("ready")) {
      child.signal("TERM").awaitEnding();
    }

    RecordedExits exits = RecordedExits.in(folder.resolve(RecordedProgram.RECORDER));
    assertThat(exits.all()).hasExactlyElementsOfTypes(Ended.class, RecordedExit.KilledInExit.class);
    assertThat(exits.damaged()).isZero();
  }

  @Test
  void withAFullHeapTheExitIsOnRecordAllTheSame() {
    try (ChildJvm child =
        Killed.program(folder, Place.FULL_HEAP, 0)
            .options("-Xmx64m", "-XX:+UseSerialGC")
            .start()
            .awaitLine("full")) {
      child.signal("TERM").awaitEnding();
    }

    assertThat(Killed.last(folder)).isInstanceOf(Ended.class);
  }

  @Test
  void aFolderThatCannotBeUsedIsOneFindingAndNothingElse() throws IOException {
    Files.writeString(folder.resolve(RecordedProgram.RECORDER), "a file");
    Ending ending;
    try (ChildJvm child = Killed.program(folder, Place.NOWHERE, 0).start().awaitLine("ready")) {
      ending = child.signal("TERM").awaitEnding();
    }

    assertThat(ending.killed()).isFalse();
    assertThat(Killed.truth(folder, "ended"))
        .containsExactlyInAnyOrder("http", "outbox", "db", "broker");
    assertThat(ending.errors().stream().filter(line -> line.contains("journal-"))).hasSize(1);
  }

  private String metrics() {
    return Killed.last(folder).process().metrics().map(MetricsSnapshot::text).orElse("");
  }

  /** Has it begin to end, waits until it is there, and kills it; how long that took. */
  private Duration killIn(Place place, String there) {
    try (ChildJvm child = Killed.program(folder, place, 0).start().awaitLine("ready")) {
      long began = System.nanoTime();
      child.signal("TERM").awaitLine(there);
      Killed.awaitSign(child, folder, 500);
      Ending ending = child.signal("KILL").awaitEnding();
      assumeThat(ending.killed()).isFalse();
      assertThat(ending.exitCode()).isEqualTo(SIGKILLED);
      return Duration.ofNanos(System.nanoTime() - began);
    }
  }
}
