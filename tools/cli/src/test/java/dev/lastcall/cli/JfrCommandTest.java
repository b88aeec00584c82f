package dev.lastcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JfrCommandTest {
  /** Where the state of a chunk is; 0 is finished. */
  private static final int STATE = 64;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int lastcall(String... arguments) {
    return LastcallCommand.run(
        Terminal.of(Map.of()), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  @Test
  void recoversWhatWasFlushedAndSaysWhatWasLost() throws IOException {
    Path killed = killed(1234);
    Path output = folder.resolve("whole.jfr");

    assertThat(lastcall("jfr", "recover", killed.toString(), "--output", output.toString()))
        .isZero();

    assertThat(out.toString())
        .startsWith(output + ": ")
        .contains("1 chunks, 1 of them unfinished; 1,234 bytes behind the last flush lost");
    try (RecordingFile recording = new RecordingFile(output)) {
      assertThat(recording.hasMoreEvents()).isTrue();
    }
  }

  @Test
  void overwritesNothing() throws IOException {
    Path killed = killed(1);
    assertThat(lastcall("jfr", "recover", killed.toString(), "--output", killed.toString()))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains("--output: " + killed + " exists (expected: a new file)")
        .contains("lastcall jfr recover --help");
  }

  @Test
  void saysWhatIsWrongWithTheSource() throws IOException {
    Path other = Files.writeString(folder.resolve("other.txt"), "no recording");
    String output = folder.resolve("out.jfr").toString();

    assertThat(lastcall("jfr", "recover", other.toString(), "-o", output)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "source: " + other + " (expected: a recording into which something was flushed)\n");

    assertThat(lastcall("jfr", "recover", "missing.jfr", "-o", output)).isEqualTo(2);
    assertThat(err.toString()).contains("file: missing.jfr (expected: a file or directory");
    assertThat(lastcall("jfr")).isEqualTo(2);
    assertThat(err.toString()).contains("COMMAND: missing (expected: recover)");
  }

  /** A recording as a killed JVM leaves it. */
  private Path killed(int unflushed) throws IOException {
    Path file = folder.resolve("killed.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.JVMInformation");
      recording.start();
      recording.stop();
      recording.dump(file);
    }
    byte[] whole = Files.readAllBytes(file);
    byte[] cut = Arrays.copyOf(whole, whole.length + unflushed);
    cut[STATE] = 1;
    Files.write(file, cut);
    return file;
  }
}
