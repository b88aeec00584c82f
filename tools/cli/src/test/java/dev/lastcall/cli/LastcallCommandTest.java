package dev.lastcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LastcallCommandTest {
  private static final Path EXAMPLES = Path.of("..", "..", "docs", "examples");
  private static final Path CLEAN = EXAMPLES.resolve("exit-report-clean.json");
  private static final Path STUCK = EXAMPLES.resolve("exit-report-stuck-db.json");
  private static final Terminal TERMINAL = new Terminal(false, false, 100, StandardCharsets.UTF_8);

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aCleanExitIsShownAndEndsWithZero() {
    assertThat(lastcall("report", CLEAN.toString())).isZero();
    assertThat(out.toString())
        .startsWith("✔ all 5 cleanups completed\n")
        .contains("critical path: http");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anExitThatLeftSomethingBehindEndsWithOne() {
    assertThat(lastcall("report", STUCK.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("✘ 1 abandoned, 4 completed", "held by orders-worker-7");
  }

  @Test
  void jsonIsPassedOnUnchangedSoThatOtherToolsCanReadIt() throws IOException {
    assertThat(lastcall("report", STUCK.toString(), "--format", "json")).isEqualTo(1);
    assertThat(out.toString()).isEqualTo(Files.readString(STUCK));
  }

  @Test
  void aPageIsWrittenBesideTheText() {
    Path page = directory.resolve("report.html");

    assertThat(lastcall("report", CLEAN.toString(), "--html", page.toString())).isZero();

    assertThat(page).content().startsWith("<!doctype html>").contains("orders-db");
    assertThat(out.toString()).startsWith("✔ all 5").endsWith("page: " + page.toUri() + "\n");
  }

  @Test
  void aPageCanBePrintedToo() {
    assertThat(lastcall("report", CLEAN.toString(), "--format", "html")).isZero();
    assertThat(out.toString()).startsWith("<!doctype html>").endsWith("</html>\n");
  }

  @Test
  void widthColourAndAsciiAreAsAskedFor() {
    lastcall("report", CLEAN.toString(), "--width", "70", "--color", "always", "--ascii");

    assertThat(out.toString()).contains("\u001b[1;32mOK all 5").doesNotContain("█", "│");
    assertThat(out.toString().replaceAll("\u001b\\[[0-9;]*m", "").lines())
        .allMatch(line -> line.length() <= 70);
  }

  @Test
  void ofADirectoryTheNewestReportIsShownAndTheOthersNamed() throws IOException {
    String older = Files.readString(STUCK).replace("2026-03-14", "2026-03-13");
    Files.writeString(directory.resolve("older.json"), older);
    Files.copy(CLEAN, directory.resolve("newer.json"));
    Files.writeString(directory.resolve("package.json"), "{}");
    Files.writeString(directory.resolve("notes.txt"), "-");

    assertThat(lastcall("report", directory.toString(), "--newest")).isZero();

    assertThat(out.toString())
        .startsWith("✔ all 5")
        .contains("This is " + directory.resolve("newer.json") + "; older ones:")
        .contains(directory.resolve("older.json") + "  1 abandoned, 4 completed, 5 s of 10 s grace")
        .doesNotContain("package.json");
  }

  @Test
  void whatCannotBeShownIsSaidInOneLine() throws IOException {
    Path empty = Files.writeString(directory.resolve("empty.json"), "{}");

    refused("file: " + empty + " (expected: an exit report of version 1)", empty.toString());
    refused(
        "directory: " + directory + " (expected: at least one exit report, *.json)",
        directory.toString());
    refused("file: none.json (expected: a file or directory that exists)", "none.json");
    refused("width: 20 (expected: 60 to 400)", CLEAN.toString(), "--width", "20");
  }

  @Test
  void withStacktraceAnErrorShowsWhereItComesFrom() {
    assertThat(lastcall("report", "none.json", "--stacktrace")).isEqualTo(2);
    assertThat(err.toString()).contains("java.nio.file.NoSuchFileException: none.json", "\tat ");
  }

  @Test
  void whatIsNotUnderstoodEndsWithTwoAndSaysWhatWouldBe() {
    assertThat(lastcall()).isEqualTo(2);
    assertThat(err.toString()).contains("COMMAND: missing", "Usage: lastcall", "report");

    assertThat(lastcall("report")).isEqualTo(2);
    assertThat(err.toString()).contains("FILE").contains("Try 'lastcall report --help'.");

    assertThat(lastcall("repotr")).isEqualTo(2);
    assertThat(lastcall("report", "x", "--color", "blue")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void helpAndVersionAreNoErrors() {
    assertThat(lastcall("--help")).isZero();
    assertThat(lastcall("report", "--help")).isZero();
    assertThat(lastcall("--version")).isZero();
    assertThat(out.toString()).contains("Usage: lastcall report", "lastcall 0.", "Java ");
  }

  @Test
  void theEnvironmentTellsWhatTheTerminalCanShow() {
    assertThat(Terminal.of(Map.of()))
        .isEqualTo(new Terminal(false, false, 100, StandardCharsets.UTF_8));
    assertThat(Terminal.of(Map.of("LASTCALL_TTY", "1", "COLUMNS", "132", "LANG", "zh_CN.UTF-8")))
        .isEqualTo(new Terminal(true, true, 132, StandardCharsets.UTF_8));
    assertThat(Terminal.of(Map.of("LASTCALL_TTY", "1", "NO_COLOR", "1", "COLUMNS", "10")))
        .isEqualTo(new Terminal(true, false, 60, StandardCharsets.UTF_8));
    assertThat(Terminal.of(Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8", "TERM", "dumb")).unicode())
        .isFalse();
  }

  private void refused(String reason, String... arguments) {
    err.getBuffer().setLength(0);
    String[] all = new String[arguments.length + 1];
    all[0] = "report";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertThat(lastcall(all)).isEqualTo(2);
    assertThat(err.toString()).startsWith(reason).hasLineCount(1);
  }

  @Test
  void aPageThatCannotBeWrittenIsRefusedBeforeAnythingIsPrinted() {
    Path nowhere = directory.resolve("missing").resolve("report.html");

    assertThat(lastcall("report", CLEAN.toString(), "--html", nowhere.toString())).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .isEqualTo("html: " + nowhere + " (expected: a file that can be written)\n");
  }

  private int lastcall(String... arguments) {
    return LastcallCommand.run(TERMINAL, new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
