package dev.lastcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FleetCommandTest {
  private static final Path EXAMPLES = Path.of("..", "..", "docs", "examples");
  private static final Path CLEAN = EXAMPLES.resolve("exit-report-clean.json");
  private static final Path STUCK = EXAMPLES.resolve("exit-report-stuck-db.json");

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();

  @Test
  void aDirectoryOfReportsIsShownAsAFleetAlsoThoseInFoldersBelow() throws IOException {
    twoExits();
    Files.writeString(directory.resolve("package.json"), "{}");

    assertThat(lastcall("report", directory.toString())).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("2 exits, 1 clean\n")
        .contains("orders-db", "1 abandoned", "whole exit", "2.4.1", "--newest");
  }

  @Test
  void aFleetIsCleanIfAllOfItsExitsAre() throws IOException {
    Files.copy(CLEAN, directory.resolve("a.json"));
    Files.copy(CLEAN, directory.resolve("b.json"));

    assertThat(lastcall("report", directory.toString())).isZero();
    assertThat(out.toString()).startsWith("2 exits, 2 clean\n");
  }

  @Test
  void aFleetIsPrintedAsJsonAndWrittenAsAPage() throws IOException {
    twoExits();
    Path page = directory.resolve("fleet.html");

    assertThat(
            lastcall("report", directory.toString(), "--format", "json", "--html", page.toString()))
        .isEqualTo(1);
    JsonNode fleet = new ObjectMapper().readTree(out.toString());
    assertThat(fleet.path("exits").intValue()).isEqualTo(2);
    assertThat(fleet.at("/cleanups/0/name").textValue()).isEqualTo("orders-db");
    assertThat(page).content().startsWith("<!doctype html>").contains("lastcallFleet");
  }

  @Test
  void aDirectoryWithOneReportIsThatReport() throws IOException {
    Files.copy(CLEAN, directory.resolve("a.json"));

    assertThat(lastcall("report", directory.toString())).isZero();
    assertThat(out.toString()).startsWith("✔ all 5 cleanups completed\n");
  }

  private void twoExits() throws IOException {
    Path pod = Files.createDirectories(directory.resolve("pod-1"));
    String older = Files.readString(STUCK).replace("2026-03-14", "2026-03-13");
    Files.writeString(
        pod.resolve("older.json"), older.replace("\"java\":", "\"version\": \"2.4.1\", \"java\":"));
    Files.copy(CLEAN, directory.resolve("newer.json"));
  }

  private int lastcall(String... arguments) {
    Terminal terminal = new Terminal(false, false, 120, StandardCharsets.UTF_8);
    return LastcallCommand.run(
        terminal, new PrintWriter(out), new PrintWriter(new StringWriter()), arguments);
  }
}
