package dev.lastcall.spool;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process delivered a and b, appended c, d and e to its journal and was killed while it wrote
 * them to the file; what the next one makes of it.
 */
class FileSinkTest {
  @TempDir private Path folder;
  private final List<Finding> findings = new CopyOnWriteArrayList<>();
  private Path file = Path.of("");

  @BeforeEach
  void killedProcess() throws IOException {
    file = folder.resolve("app.log");
    Files.writeString(file, "older\n");
    run("alpha\n", "beta\n");
    Journal journal = Journal.in(folder.resolve("journal"), "test/1").open();
    for (String text : List.of("gamma\n", "delta\n", "epsilon\n")) {
      journal.append(1, text.getBytes(StandardCharsets.UTF_8));
    }
    journal.close();
    assertThat(file).hasContent("older\nalpha\nbeta\n");
  }

  @Test
  void nothingWasWritten() throws IOException {
    run("zeta\n");

    assertThat(file).hasContent("older\nalpha\nbeta\ngamma\ndelta\nepsilon\nzeta\n");
    assertThat(findings).isEmpty();
  }

  @Test
  void wholeRecordsWereWritten() throws IOException {
    append("gamma\ndelta\n");

    run("zeta\n");

    assertThat(file).hasContent("older\nalpha\nbeta\ngamma\ndelta\nepsilon\nzeta\n");
    assertThat(findings).isEmpty();
  }

  @Test
  void allWasWritten() throws IOException {
    append("gamma\ndelta\nepsilon\n");

    run("zeta\n");
    run("eta\n");

    assertThat(file).hasContent("older\nalpha\nbeta\ngamma\ndelta\nepsilon\nzeta\neta\n");
    assertThat(findings).isEmpty();
  }

  @Test
  void aRecordWrittenInPartIsCompleted() throws IOException {
    append("gamma\ndel");

    run("zeta\n");

    assertThat(file).hasContent("older\nalpha\nbeta\ngamma\ndelta\nepsilon\nzeta\n");
    assertThat(findings).isEmpty();
  }

  @Test
  void theFileWasRenamedMeanwhile() throws IOException {
    append("gamma\ndelta\n");
    Files.move(file, folder.resolve("app.log.1"));

    run("zeta\n");

    assertThat(file).hasContent("epsilon\nzeta\n");
    assertThat(findings).isEmpty();
  }

  @Test
  void theFileWasRenamedAndWrittenOnBeforeTheKill() throws IOException {
    append("gamma\n");
    Files.move(file, folder.resolve("app.log.1"));
    Files.writeString(file, "delta\nepsi");

    run("zeta\n");

    assertThat(file).hasContent("delta\nepsilon\nzeta\n");
    assertThat(findings).isEmpty();
  }

  @Test
  void theRenamedFileIsGoneButTheNewOneShowsHowFarItCame() throws IOException {
    append("gamma\n");
    Files.move(file, folder.resolve("journal/../../elsewhere-" + folder.getFileName()));
    Files.writeString(file, "delta\n");

    run("zeta\n");

    assertThat(file).hasContent("delta\nepsilon\nzeta\n");
    assertThat(findings).isEmpty();
    Files.delete(folder.resolve("../elsewhere-" + folder.getFileName()));
  }

  @Test
  void theFileWasTakenAwayAndNobodyCanTell() throws IOException {
    append("gamma\ndelta\n");
    Path elsewhere = folder.resolveSibling("elsewhere-" + folder.getFileName());
    Files.move(file, elsewhere);

    run("zeta\n");

    assertThat(file).hasContent("gamma\ndelta\nepsilon\nzeta\n");
    assertThat(findings).extracting(Finding::id).containsExactly("spool-file-unclear");
    assertThat(findings.get(0).message()).contains("3 records", "may be there already");
    Files.delete(elsewhere);
  }

  @Test
  void theFileWasTruncatedAndNobodyCanTell() throws IOException {
    Files.writeString(file, "");

    run("zeta\n");

    assertThat(file).hasContent("gamma\ndelta\nepsilon\nzeta\n");
    assertThat(findings).extracting(Finding::message).first().asString().contains("was shortened");
  }

  @Test
  void somebodyElseWroteInBetween() throws IOException {
    append("gamma\nforeign\ndelta\n");

    run("zeta\n");

    assertThat(file).hasContent("older\nalpha\nbeta\ngamma\nforeign\ndelta\nepsilon\nzeta\n");
    assertThat(findings).isEmpty();
  }

  @Test
  void somebodyElseTornARecordAndItIsWrittenAgainAloud() throws IOException {
    append("gamma\ndelforeign\n");

    run("zeta\n");

    assertThat(file).hasContent("older\nalpha\nbeta\ngamma\ndelforeign\ndelta\nepsilon\nzeta\n");
    assertThat(findings).extracting(Finding::message).first().asString().contains("not ours");
  }

  @Test
  void aFileRenamedWhileTheProcessLivesIsFollowed() throws IOException {
    try (Spool spool = open()) {
      assertThat(spool.awaitDelivery(soon())).isTrue();
      Files.move(file, folder.resolve("app.log.1"));
      Sinks.offer(spool, "zeta\n");
      assertThat(spool.awaitDelivery(soon())).isTrue();
    }
    assertThat(file).hasContent("zeta\n");
    assertThat(findings).isEmpty();
  }

  @Test
  void aFileTruncatedWhileTheProcessLivesIsWrittenOn() throws IOException {
    try (Spool spool = open()) {
      assertThat(spool.awaitDelivery(soon())).isTrue();
      Files.writeString(file, "");
      Sinks.offer(spool, "zeta\n");
      assertThat(spool.awaitDelivery(soon())).isTrue();
    }
    run("eta\n");
    assertThat(file).hasContent("zeta\neta\n");
    assertThat(findings).isEmpty();
  }

  @Test
  void aFolderThatIsMissingForAWhileIsMade() throws IOException {
    Path other = folder.resolve("deep/er/other.log");
    try (Spool spool = Spool.in(folder.resolve("journal"), "test/1", FileSink.to(other)).open()) {
      assertThat(spool.awaitDelivery(soon())).isTrue();
    }
    assertThat(other).hasContent("gamma\ndelta\nepsilon\n");
  }

  @Test
  void theProcessWasKilledBeforeItMadeTheFile() throws IOException {
    // An account of a file that was not there is what such a process leaves.
    FileAccount account = new FileAccount("account", findings::add);
    Journal open = Journal.in(folder.resolve("other"), "test/1").open();
    account.resume(open::mark);
    account.begin(folder.resolve("never"));

    assertThat(account.find(folder.resolve("never"), List.of(new byte[1])).whole()).isZero();
    assertThat(findings).isEmpty();
    open.close();
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, APPEND);
  }

  private void run(String... texts) {
    try (Spool spool = open()) {
      for (String text : texts) {
        Sinks.offer(spool, text);
      }
      assertThat(spool.awaitDelivery(soon())).isTrue();
    }
  }

  private Spool open() {
    FileSink sink = FileSink.to(file, FileSinkTest::bytes, findings::add);
    return Spool.in(folder.resolve("journal"), "test/1", sink).onFinding(findings::add).open();
  }

  private static byte[] bytes(dev.lastcall.journal.JournalRecord record) {
    return record.text().getBytes(StandardCharsets.UTF_8);
  }

  private static Deadline soon() {
    return Deadline.after(ofSeconds(20));
  }
}
