package dev.lastcall.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.defer.DeferScope;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecoveryTest {
  @TempDir Path folder;

  private Path output;

  @BeforeEach
  void chooseOutput() {
    output = folder.resolve("recovered.jfr");
  }

  @Test
  void copiesAFinishedRecordingAsItIs() throws IOException {
    Path whole = recording("whole.jfr");
    RecoveredFlight recovered = FlightRecovery.recover(whole, output);
    assertThat(output).hasSameBinaryContentAs(whole);
    assertThat(recovered).isEqualTo(new RecoveredFlight(whole, output, 1, 0, Files.size(whole), 0));
  }

  @Test
  void cutsAnUnfinishedChunkWhereItWasFlushedLast() throws IOException {
    Path whole = recording("whole.jfr");
    Path killed = folder.resolve("killed.jfr");
    Files.write(killed, unfinished(Files.readAllBytes(whole), 5000));
    RecoveredFlight recovered = FlightRecovery.recover(killed, output);
    assertThat(output).hasSameBinaryContentAs(whole);
    assertThat(recovered)
        .isEqualTo(new RecoveredFlight(killed, output, 1, 1, Files.size(whole), 5000));
    assertThat(Flights.words(output)).contains("Scope whole.jfr completed");
  }

  @Test
  void joinsTheChunksOfOneProcess() throws IOException {
    Path process = Files.createDirectory(folder.resolve("process"));
    Files.move(recording("1.jfr"), process.resolve("2026_01_01_00_00_01.jfr"));
    Files.write(
        process.resolve("2026_01_01_00_00_02.jfr"),
        unfinished(Files.readAllBytes(recording("2.jfr")), 1));
    RecoveredFlight recovered = FlightRecovery.recover(process, output);
    assertThat(recovered.chunks()).isEqualTo(2);
    assertThat(recovered.repaired()).isEqualTo(1);
    assertThat(Flights.words(output))
        .containsExactly("Scope 1.jfr completed", "Scope 2.jfr completed");
  }

  @Test
  void takesTheProcessOfARepositoryThatWroteLast() throws IOException {
    Path repository = Files.createDirectory(folder.resolve("repository"));
    Files.createDirectory(repository.resolve("empty"));
    for (int i = 1; i <= 3; i++) {
      Path process = Files.createDirectory(repository.resolve("process-" + i));
      Path chunk = Files.move(recording(i + ".jfr"), process.resolve("chunk.jfr"));
      Files.setLastModifiedTime(chunk, FileTime.fromMillis(i == 2 ? 9_000 : i * 1_000));
    }
    FlightRecovery.recover(repository, output);
    assertThat(Flights.words(output)).containsExactly("Scope 2.jfr completed");
  }

  @Test
  void refusesWhatHoldsNothing() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.jfr"));
    Path other = Files.writeString(folder.resolve("other.jfr"), "no recording ".repeat(100));
    Path cut = folder.resolve("cut.jfr");
    byte[] whole = Files.readAllBytes(recording("whole.jfr"));
    Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
    for (Path nothing : new Path[] {empty, other, cut}) {
      assertThatThrownBy(() -> FlightRecovery.recover(nothing, output))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "source: " + nothing + " (expected: a recording into which something was flushed)");
    }
    Path noChunks = Files.createDirectory(folder.resolve("none"));
    assertThatThrownBy(() -> FlightRecovery.recover(noChunks, output))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a folder with *.jfr");
    assertThat(output).doesNotExist();
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void refusesAMissingSourceAndAnOutputThatExists() throws IOException {
    Path missing = folder.resolve("missing.jfr");
    assertThatThrownBy(() -> FlightRecovery.recover(missing, output))
        .isInstanceOf(NoSuchFileException.class);
    Path whole = recording("whole.jfr");
    assertThatThrownBy(() -> FlightRecovery.recover(whole, whole))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  /** The bytes as a killed JVM leaves them: state "in use", and some that were not flushed. */
  private static byte[] unfinished(byte[] whole, int unflushed) {
    byte[] bytes = Arrays.copyOf(whole, whole.length + unflushed);
    Arrays.fill(bytes, whole.length, bytes.length, (byte) 77);
    bytes[ChunkHeader.STATE] = 1;
    return bytes;
  }

  private Path recording(String name) throws IOException {
    Path file = folder.resolve(name);
    try (FlightEvents events = FlightEvents.start();
        Recording recording = new Recording()) {
      recording.start();
      DeferScope.open(name).close();
      recording.stop();
      recording.dump(file);
    }
    return file;
  }
}
