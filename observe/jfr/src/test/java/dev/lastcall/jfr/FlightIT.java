package dev.lastcall.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.jfr.FlightProgram.Oddity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of processes that really end. */
class FlightIT {
  private static final String[] WHOLE_EXIT = {
    "Scope transfer completed",
    "Cleanup unlock completed",
    "Phase drain",
    "Phase clean",
    "Cleanup http completed",
    "Cleanup cache failed",
    "Interrupt queue",
    "Cleanup queue timed-out",
    "Phase flush",
    "Flush flight-recordings completed",
    "Flush audit completed",
    "Phase report",
    "Exit signal"
  };

  private final AtomicInteger tries = new AtomicInteger();

  @TempDir Path folder;

  @Test
  void everyEventOfTheExitIsInTheFileOnceAfterSigterm() {
    try (ChildJvm child = start(Oddity.NONE)) {
      child.awaitLine("ready").signal("TERM").awaitEnding();
    }
    Path file = folder.resolve("out.jfr");

    assertThat(Flights.words(file)).containsExactlyInAnyOrder(WHOLE_EXIT);
    RecordedEvent queue = Flights.event(file, "Cleanup queue timed-out");
    assertThat(queue.getBoolean("duringExit")).isTrue();
    assertThat(queue.getDuration()).isGreaterThanOrEqualTo(queue.getDuration("allotted"));
    assertThat(queue.getString("place")).contains("FlightProgram");
    assertThat(queue.getString("worker")).startsWith("lc:");
    assertThat(Flights.event(file, "Cleanup cache failed").getString("failure"))
        .contains("IllegalStateException: cache is gone");
    assertThat(Flights.event(file, "Exit signal").getString("reason")).isEqualTo("SIGTERM");
  }

  @Test
  void itIsThereAlsoIfTheProcessIsHaltedWhileTheJvmsHooksRun() {
    try (ChildJvm child = start(Oddity.HALTING_HOOK)) {
      assertThat(child.awaitLine("ready").signal("TERM").awaitEnding().exitCode()).isEqualTo(9);
    }
    assertThat(Flights.words(folder.resolve("out.jfr"))).containsExactlyInAnyOrder(WHOLE_EXIT);
  }

  @Test
  void aSecondSignalLeavesWhatHadEndedBefore() {
    try (ChildJvm child = start(Oddity.HANGING)) {
      child.awaitLine("ready").signal("TERM").awaitLine("hangs").signal("TERM").awaitEnding();
    }
    assertThat(Flights.words(folder.resolve("out.jfr")))
        .contains("Cleanup http completed", "Cleanup cache failed", "Scope transfer completed");
  }

  @Test
  void sigkillLeavesWhatHadEndedUntilTheLastFlush() throws IOException {
    Path repository = Files.createDirectory(folder.resolve("repository"));
    try (ChildJvm child = start(Oddity.HANGING)) {
      child.awaitLine("ready").signal("TERM").awaitLine("hangs");
      child.await("a flush", () -> hasFlushed(repository, "Cleanup cache failed"));
      assertThat(child.signal("KILL").awaitEnding().exitCode()).isEqualTo(137);
    }
    assertThat(folder.resolve("out.jfr")).isEmptyFile();
    Path recovered = folder.resolve("recovered.jfr");
    RecoveredFlight result = FlightRecovery.recover(repository, recovered);

    assertThat(result.repaired()).isEqualTo(1);
    assertThat(result.bytes()).isEqualTo(Files.size(recovered));
    assertThat(Flights.words(recovered))
        .contains("Phase drain", "Cleanup http completed", "Cleanup cache failed")
        .doesNotContain("Cleanup db completed", "Exit signal");
  }

  private boolean hasFlushed(Path repository, String word) {
    Path copy = folder.resolve("try-" + tries.incrementAndGet() + ".jfr");
    try {
      FlightRecovery.recover(repository, copy);
      return Flights.words(copy).contains(word);
    } catch (IllegalArgumentException nothingYet) {
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private ChildJvm start(Oddity oddity) {
    return ChildJvmBuilder.of(FlightProgram.class, folder)
        .options("-XX:StartFlightRecording=filename=out.jfr,dumponexit=true")
        .options("-XX:FlightRecorderOptions=repository=repository")
        .arguments(oddity.name())
        .start();
  }
}
