package dev.lastcall.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cleanups log and record while the process ends is all there afterwards. */
final class NothingLostTest {
  private static final int NARRATED = 20;

  @TempDir private Path directory;

  @Test
  void everyLineThatACleanupLogsAndEveryEventThatItCommitsIsKept() throws IOException {
    Path recording = directory.resolve("exit.jfr");
    Laboratory laboratory = new Laboratory(directory);
    Ending ending =
        laboratory.endBySignal(
            laboratory.subject(
                Scenario.LOGGING, "-XX:StartFlightRecording=dumponexit=true,filename=" + recording),
            "TERM");
    assertThat(ending.exitCode()).isZero();
    assertThat(linesNarrated()).hasSize(NARRATED);
    assertThat(eventsNarrated(recording)).hasSize(NARRATED);
  }

  private List<String> linesNarrated() throws IOException {
    try (var lines = Files.lines(directory.resolve("narrator.log"))) {
      return lines.filter(line -> line.contains("narrated")).toList();
    }
  }

  private static List<RecordedEvent> eventsNarrated(Path recording) throws IOException {
    return RecordingFile.readAllEvents(recording).stream()
        .filter(event -> event.getEventType().getName().endsWith("endings.Narrated"))
        .toList();
  }
}
