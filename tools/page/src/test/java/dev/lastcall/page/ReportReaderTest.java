package dev.lastcall.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.ExitReport;
import dev.lastcall.report.ReportJson;
import dev.lastcall.report.ReportText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportReaderTest {
  @TempDir Path directory;

  @Test
  void whatIsReadBackIsWrittenTheSameAgain() throws IOException {
    String json = ReportJson.text(PageReports.mixed());

    ExitReport read = ReportReader.read(file(json));

    assertThat(ReportJson.text(read)).isEqualTo(json);
    assertThat(ReportText.render(read, 120, true))
        .isEqualTo(ReportText.render(PageReports.mixed(), 120, true));
  }

  @Test
  void membersOfLaterWritersAreIgnored() throws IOException {
    String json = ReportJson.text(PageReports.mixed());

    ExitReport read = ReportReader.read(file(json.replaceFirst("\\{", "{\"news\": {\"x\": [1]},")));

    assertThat(ReportJson.text(read)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; lastcallReport: missing (expected: 1)",
        "[]; lastcallReport: missing (expected: 1)",
        "{\"lastcallReport\": 2}; lastcallReport: 2 (expected: 1)",
        "{\"lastcallReport\": \"1\"}; lastcallReport: \"1\" (expected: 1)",
        "{\"lastcallReport\": 1}; process.pid: missing (expected: a whole number)",
      })
  void anotherFileIsRefusedAndTheReasonGiven(String json, String reason) throws IOException {
    Path file = file(json);

    assertThatThrownBy(() -> ReportReader.read(file))
        .isInstanceOf(UnreadableReportException.class)
        .hasMessage("file: " + file + " (expected: an exit report of version 1): " + reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "{\"lastcallReport\": 1", "{} {}", "\u0000\u0001", "{'a'"})
  void whatIsNotJsonIsRefused(String text) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> ReportReader.read(file))
        .isInstanceOf(UnreadableReportException.class)
        .hasMessageStartingWith("file: " + file + " (expected: an exit report");
  }

  @Test
  void everyMemberThatIsMissingOrWrongIsNamed() throws IOException {
    String json = ReportJson.text(PageReports.mixed());
    List<String> members =
        List.of("door", "lengthMillis", "startedAt", "fromBeginMillis", "state", "frames", "why");
    for (String member : members) {
      refused(json.replace('"' + member + '"', "\"other\""), member + ": missing (expected: ");
    }
    refused(json.replace("\"timed-out\"", "\"late\""), "cleanups[2].outcome.word: \"late\" (exp");
    refused(json.replace("\"strict\"", "\"lax\""), "mode: \"lax\" (expected: one of [strict, perm");
    refused(json.replace("1250", "1e400"), "expected: milliseconds of 292 years at most");
    refused(json.replace("1250", "1e999999999"), "(expected: ");
    refused(json.replace("\"1970-01-01T00:00:00.000Z\"", "\"today\""), "process.startedAt: \"tod");
    refused(json.replace("\"exitCode\": 71", "\"exitCode\": 7e99"), "exitCode: ");
    refused(
        json.replace("\"some-id\"", "\"some id\""), "findings[0].id: \"some id\" (expected: 1 to");
    refused(json.replace("\"lengthMillis\": 30000", "\"lengthMillis\": 0"), "gracePeriod: PT0S");
  }

  @Test
  void aFileThatIsNotThereIsAnOrdinaryError() {
    assertThatThrownBy(() -> ReportReader.read(directory.resolve("none.json")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.lastcall.Main.main(Main.java:7)",
        "app//dev.lastcall.Main.<init>(Main.java:7)",
        "java.base@17.0.15/java.lang.Thread.run(Thread.java:840)",
        "java.base/java.lang.Object.wait(Native Method)",
        "app/some.module@1.2/a.B.c(Unknown Source)",
        "a.B$$Lambda/0x00007f1c3c0.run(Unknown Source)",
        "app//a.B$$Lambda$14/0x00007f1c3c0.run(Unknown Source)",
        "a.B.c(B.java)",
        "a.B.c(odd: place (here))",
        "数据.库.关闭(库.java:3)",
      })
  void aFramePrintsAsItWasWritten(String frame) {
    assertThat(Frames.of(frame)).hasToString(frame);
  }

  @Test
  void aFrameKnowsItsModuleAgain() {
    assertThat(Frames.of("java.base@17.0.15/java.lang.Thread.run(Thread.java:840)").getModuleName())
        .isEqualTo("java.base");
    assertThat(Frames.of("no frame at all").getClassName()).isEqualTo("no frame at all");
  }

  @Test
  void aFileThatCannotBeAReportIsNotEvenRead() throws IOException {
    Path file = directory.resolve("huge.json");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(1L << 34);
    }

    assertThatThrownBy(() -> ReportReader.read(file))
        .isInstanceOf(UnreadableReportException.class)
        .hasMessage("file: " + file + " (expected: an exit report of at most 268435456 bytes)");
  }

  @Test
  void aFileThatWasCutOffIsRefusedInOneShortLine() throws IOException {
    Path file = file("{\"lastcallReport\": 1,\n");

    assertThatThrownBy(() -> ReportReader.read(file))
        .isInstanceOf(UnreadableReportException.class)
        .hasMessage(
            "file: "
                + file
                + " (expected: an exit report in JSON): line 2, Unexpected end-of-input"
                + " within/between Object entries");
  }

  private void refused(String json, String reason) throws IOException {
    Path file = file(json);
    assertThatThrownBy(() -> ReportReader.read(file))
        .isInstanceOf(UnreadableReportException.class)
        .hasMessageContaining(reason)
        .message()
        .doesNotContain("\n")
        .hasSizeLessThan(500);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("report.json"), text);
  }
}
