package dev.lastcall.endings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Outcome;
import dev.lastcall.crashlab.Cgroup;
import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit keeps its promises where the machine gives it next to nothing. */
final class LimitsTest {
  private static final Duration GRACE = Duration.ofSeconds(30);

  /**
   * The one thread that is left is the one that the JVM makes for the signal; its collector and its
   * compilers must not take it in between.
   */
  private static final String[] THREADS_OF_THE_JVM_ARE_FIXED = {
    "-XX:+UseSerialGC", "-XX:-UseDynamicNumberOfCompilerThreads"
  };

  @TempDir private Path directory;
  private Laboratory laboratory;

  @BeforeEach
  void open() {
    laboratory = new Laboratory(directory);
  }

  @Test
  void everyCleanupRunsWhenOneMoreThreadIsAllThereCanBe() throws IOException {
    try (Cgroup group = made(Cgroup::ofPids);
        ChildJvm running =
            laboratory.subject(Scenario.ORDERLY, GRACE, THREADS_OF_THE_JVM_ARE_FIXED).start()) {
      group.add(running.process());
      running.awaitLine("serving");
      group.allowMoreThreads(1);
      Ending ending = running.signal("TERM").awaitEnding();
      assertThat(ending.killed()).isFalse();
      assertThat(ending.output()).contains("http closed", "outbox closed", "db closed");
    }
    assertThatAllCompleted(laboratory.report());
  }

  @Test
  void everyCleanupRunsOnATenthOfAProcessor() throws IOException {
    try (Cgroup group = made(Cgroup::ofCpu);
        ChildJvm running = laboratory.subject(Scenario.ORDERLY, GRACE).start()) {
      running.awaitLine("serving");
      group.add(running.process());
      group.allowPercentOfOneProcessor(10);
      Ending ending = running.signal("TERM").awaitEnding();
      assertThat(ending.killed()).isFalse();
      assertThat(ending.exitCode()).isZero();
      assertThat(ending.elapsed()).isLessThan(GRACE);
    }
    assertThatAllCompleted(laboratory.report());
  }

  @Test
  void aJumpOfTheWallClockMovesNoDeadline() throws IOException {
    Path clock = directory.resolve("clock");
    Files.writeString(clock, "+0");
    ChildJvmBuilder subject =
        laboratory
            .subject(Scenario.STUCK_AND_DEAF, GRACE)
            .environment("LD_PRELOAD", fakeTimeLibrary())
            .environment("FAKETIME_TIMESTAMP_FILE", clock.toString())
            .environment("FAKETIME_NO_CACHE", "1")
            .environment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
            .environment("DONT_FAKE_MONOTONIC", "1");
    try (ChildJvm running = subject.start()) {
      running.awaitLine("serving").signal("TERM").awaitLine("http closed");
      Files.writeString(clock, "+1h");
      Ending ending = running.awaitEnding();
      assertThat(ending.killed()).isFalse();
      assertThat(ending.elapsed()).isLessThan(GRACE);
    }
    ExitReport report = laboratory.report();
    assertThat(report.workDone()).isLessThan(GRACE);
    assertThat(report.outcome("deaf-1").orElseThrow().elapsed())
        .isBetween(Duration.ofSeconds(1), GRACE);
  }

  private static Cgroup made(Callable<Cgroup> group) {
    try {
      return group.call();
    } catch (Exception refusal) {
      return abort("needs root and a writable cgroup hierarchy: " + refusal);
    }
  }

  private static String fakeTimeLibrary() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
      Optional<Path> library =
          folders
              .map(folder -> folder.resolve("faketime/libfaketime.so.1"))
              .filter(Files::exists)
              .findFirst();
      assumeTrue(library.isPresent(), "needs libfaketime (Debian package faketime)");
      return library.orElseThrow().toString();
    }
  }

  private static void assertThatAllCompleted(ExitReport report) {
    assertThat(report.cleanups())
        .hasSize(3)
        .allSatisfy(cleanup -> assertThat(cleanup.outcome()).isInstanceOf(Outcome.Completed.class));
  }
}
