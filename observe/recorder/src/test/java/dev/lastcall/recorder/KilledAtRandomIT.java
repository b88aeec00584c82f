package dev.lastcall.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lastcall.crashlab.Cgroup;
import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.recorder.RecordedExit.Ended;
import dev.lastcall.recorder.RecordedExit.KilledInExit;
import dev.lastcall.recorder.RecordedExit.KilledWithoutExit;
import dev.lastcall.recorder.RecordedProgram.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever a process is killed, its record and its own diary tell one story. */
class KilledAtRandomIT {
  private static final int ROUNDS = Integer.getInteger("lastcall.recorder.rounds", 12);
  private static final long LONGEST_MILLIS = 700;

  @TempDir Path folder;

  @Test
  void atAnyInstantTheRecordAgreesWithTheDiaryOfTheProcess() throws IOException {
    long seed = Long.getLong("lastcall.recorder.seed", System.nanoTime());
    System.out.println("seed " + seed + " (-Dlastcall.recorder.seed=" + seed + ")");
    Random random = new Random(seed);
    int inExit = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path home = Files.createDirectory(folder.resolve("round-" + round));
      long wait = (long) (random.nextDouble() * LONGEST_MILLIS * 1_000_000);
      try (ChildJvm child = Killed.program(home, Place.RANDOM_GRAPH, random.nextLong()).start()) {
        child.awaitLine("ready").signal("TERM");
        LockSupport.parkNanos(wait);
        child.process().destroyForcibly();
        child.awaitEnding();
      }
      RecordedExit exit = Killed.last(home);
      assertThat(exit).isInstanceOfAny(Ended.class, KilledInExit.class, KilledWithoutExit.class);
      if (exit instanceof KilledInExit killed) {
        inExit++;
        agree(killed.progress(), home);
      } else if (exit instanceof Ended ended) {
        assertThat(Killed.truth(home, "ended")).hasSize(ended.report().cleanups().size());
      } else {
        assertThat(Killed.truth(home, "began")).isEmpty();
      }
    }
    assertThat(inExit).as("kills inside the exit").isPositive();
  }

  /** A begin is on record before the work begins, an end after it has ended. */
  private static void agree(ExitProgress progress, Path home) {
    List<String> began = Killed.truth(home, "began");
    List<String> ended = Killed.truth(home, "ended");
    Set<String> recorded =
        new HashSet<>(
            progress.cleanups().stream()
                .filter(cleanup -> !cleanup.isWaiting())
                .map(CleanupProgress::name)
                .toList());
    List<String> over =
        progress.cleanups().stream()
            .filter(cleanup -> cleanup.outcome().isPresent())
            .map(CleanupProgress::name)
            .toList();

    assertThat(recorded).containsAll(began);
    assertThat(ended).containsAll(over);
    assertThat(Killed.names(progress.notBegun())).doesNotContainAnyElementsOf(began);
    assertThat(progress.ended() + progress.running().size() + progress.waiting()).isEqualTo(60);
    assertThat(progress.unlisted()).isZero();
    assertThat(progress.notBegun())
        .allSatisfy(waiting -> assertThat(Collections.disjoint(waiting.waitsFor(), over)).isTrue());
  }

  @Test
  void whoTheKernelKillsForItsMemoryHasItsLastMetricsOnRecord() throws Exception {
    assumeThat(canLimitMemory()).as("a control group of memory can be made").isTrue();
    try (Cgroup group = Cgroup.ofMemory()) {
      group.allowMemory(256 << 20);
      try (ChildJvm child =
          Killed.program(folder, Place.MEMORY, 0)
              .options("-Xmx64m", "-XX:MaxDirectMemorySize=1g", "-XX:+UseSerialGC")
              .startedBy(group.entrance())
              .start()) {
        assertThat(child.awaitEnding().exitCode()).isEqualTo(137);
      }
    }

    assertThat(Killed.last(folder)).isInstanceOf(KilledWithoutExit.class);
    RecordedProcess process = Killed.last(folder).process();
    assertThat(process.metrics().map(MetricsSnapshot::text).orElse("")).contains("scrapes_total");
    assertThat(process.isReady()).isTrue();
  }

  private static boolean canLimitMemory() {
    try (Cgroup group = Cgroup.ofMemory()) {
      group.allowMemory(256 << 20);
      return true;
    } catch (IOException | RuntimeException refused) {
      return false;
    }
  }
}
