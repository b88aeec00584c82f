package dev.lastcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastcall.durable.DurableCleanups;
import dev.lastcall.durable.DurableHandlerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ReapCommandTest {
  @TempDir Path temp;

  private ReapFolder folder = new ReapFolder(Path.of(""));

  @BeforeEach
  void make() {
    folder = new ReapFolder(temp.resolve("durable"));
  }

  @Test
  void listingShowsWhatIsOpenAndTouchesNothing() {
    folder.leaves("note", "a", "b");

    assertThat(folder.reap("--list")).isEqualTo(1);
    assertThat(folder.out())
        .startsWith(folder.path() + ": left by process " + ProcessHandle.current().pid())
        .containsSubsequence("open  note  b  since ", "open  note  a  since ")
        .endsWith("  2 open, 0 dead letters\n");
    assertThat(folder.reap("--list")).isEqualTo(1);
  }

  @Test
  void handlersOfTheClassPathAreRunNewestFirst() throws IOException {
    Path file = temp.resolve("file");
    folder.leaves("note", file.toString(), file.toString());

    assertThat(folder.reap("-cp", ReapTestHandlers.on(temp).toString())).isZero();

    assertThat(folder.out())
        .contains("completed  note  ", "attempt 1  ")
        .endsWith("  2 done, 0 open, 0 dead letters\n");
    assertThat(Files.readAllLines(file)).hasSize(2).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(folder.reap()).as("nothing is left").isZero();
  }

  @Test
  void aHandlerThatIsNotThereKeepsItsIntentsOpen() {
    folder.leaves("note", "a");

    assertThat(folder.reap()).isEqualTo(1);
    assertThat(folder.out())
        .contains("open  note  a", "ERROR", "handler note, which is not known here")
        .endsWith("  0 done, 1 open, 0 dead letters\n");
  }

  @Test
  void filesAreDeletedBelowARootAndOnlyWithOne() throws IOException {
    Path file = Files.writeString(temp.resolve("upload.part"), "");
    folder.leaves("delete-file", file.toString());

    assertThat(folder.reap()).isEqualTo(1);
    assertThat(file).exists();
    assertThat(folder.reap("--root", temp.toString())).isZero();
    assertThat(file).doesNotExist();
  }

  @Test
  void whatLiesOutsideTheRootBecomesADeadLetter() throws IOException {
    Path outside = Files.writeString(temp.resolve("outside"), "");
    Path root = Files.createDirectory(temp.resolve("root"));
    folder.leaves("delete-file", outside.toString());

    assertThat(folder.reap("--root", root.toString(), "--attempts", "1")).isEqualTo(1);

    assertThat(outside).exists();
    assertThat(folder.out()).contains("dead letter").endsWith("0 done, 0 open, 1 dead letters\n");
    assertThat(folder.reap("--root", root.toString())).as("it is over").isZero();
    assertThat(folder.out()).endsWith("0 done, 0 open, 0 dead letters (1 before)\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void commandsAreRunIfThatIsAllowed() {
    Path file = temp.resolve("made");
    folder.leaves("run-command", "touch\n" + file);

    assertThat(folder.reap()).isEqualTo(1);
    assertThat(file).doesNotExist();
    assertThat(folder.reap("--allow-commands")).isZero();
    assertThat(file).exists();
  }

  @Test
  void programsGetJson() throws IOException {
    folder.leaves("note", "fail");
    String classPath = ReapTestHandlers.on(temp).toString();

    assertThat(folder.reap("-cp", classPath, "--attempts", "1", "--json")).isEqualTo(1);

    JsonNode shown = new ObjectMapper().readTree(folder.out()).get("folders").get(0);
    assertThat(shown.get("folder").asText()).isEqualTo(folder.path().toString());
    assertThat(shown.get("done").asLong()).isZero();
    assertThat(shown.get("deadLettered").asLong()).isEqualTo(1);
    assertThat(shown.get("open")).isEmpty();
    assertThat(shown.get("lastOwner").get("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
    JsonNode run = shown.get("runs").get(0);
    assertThat(run.get("outcome").asText()).isEqualTo("failed");
    assertThat(run.get("standing").asText()).isEqualTo("dead-lettered");
    assertThat(run.get("auditId").asText()).isEqualTo("CHG-7");
    assertThat(shown.get("findings").get(0).get("id").asText()).isEqualTo("durable-dead-letter");
    assertThat(Path.of(shown.get("deadLetterFile").asText())).exists();
  }

  @Test
  void severalFoldersAreReapedInOneRun() throws IOException {
    ReapFolder other = new ReapFolder(temp.resolve("other"));
    folder.leaves("delete-file", temp.resolve("a").toString());
    other.leaves("note", "b");

    assertThat(folder.reap(other.path().toString(), "--root", temp.toString())).isEqualTo(1);
    assertThat(folder.out()).contains("1 done, 0 open", "0 done, 1 open");
  }

  @Test
  void theFolderOfALiveProcessIsNeverTouched() {
    try (DurableCleanups alive = ReapFolder.open(folder.path(), "note")) {
      alive.defer("note", "a");

      assertThat(folder.reap()).isEqualTo(2);
      assertThat(folder.err())
          .startsWith(
              "DIR: " + folder.path() + " (expected: a dead process's; it is held by process ");
      assertThat(folder.reap("--list")).as("looking is allowed").isEqualTo(1);
      assertThat(folder.out()).contains("held by process");
      assertThat(alive.openIntents()).hasSize(1);
    }
  }

  @Test
  void whatMakesNoSenseIsSaidInOneLine() throws IOException {
    folder.leaves("note", "a");
    refused("DIR: none (expected: a folder of durable cleanups)", "reap", "none");
    refused("root: none (expected: a folder)", "reap", folder.path().toString(), "--root", "none");
    refused("attempts: 0 (expected: 1 to 1000)", "reap", "none", "--attempts", "0");
    refused("--within: PT0S (expected: > PT0S)", "reap", "none", "--within", "0");
    refused(
        "--classpath: none (expected: a jar or a folder that exists)", "reap", "x", "-cp", "none");
    assertThat(folder.run("reap")).isEqualTo(2);
    assertThat(folder.run("reap", "none", "--within", "soon")).isEqualTo(2);
    assertThat(folder.err()).contains("'soon' (expected: 30s, 500ms, 2m, PT30S, …)");

    Path services = Files.createDirectories(temp.resolve("broken/META-INF/services"));
    Files.writeString(services.resolve(DurableHandlerProvider.class.getName()), "no.such.Class");
    assertThat(folder.reap("-cp", temp.resolve("broken").toString())).isEqualTo(2);
    assertThat(folder.err()).contains("no.such.Class", "(expected: providers that can be loaded)");
  }

  @Test
  void durationsAreReadAsPeopleWriteThem() {
    DurationConverter converter = new DurationConverter();
    assertThat(converter.convert("500ms")).hasMillis(500);
    assertThat(converter.convert("30")).hasSeconds(30);
    assertThat(converter.convert("2M")).hasMinutes(2);
    assertThat(converter.convert("1h")).hasHours(1);
    assertThat(converter.convert("PT90S")).hasSeconds(90);
  }

  @Test
  void aPayloadCannotSteerTheTerminal() {
    folder.leaves("note", "\u001b[2Jgone\nnext", "x".repeat(200));

    folder.reap("--list");

    assertThat(folder.out()).contains("open  note   [2Jgone next  since").doesNotContain("\u001b");
    assertThat(folder.out()).contains("x".repeat(60) + "…");
  }

  private void refused(String message, String... arguments) {
    assertThat(folder.run(arguments)).isEqualTo(2);
    assertThat(folder.err()).isEqualTo(message + "\n");
  }
}
