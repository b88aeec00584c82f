package dev.lastcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.journal.Journal;
import dev.lastcall.spool.Spool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalCommandTest {
  private static final int SEGMENT = 64 * 1024;

  /** Where the frames begin; see JournalLayout. */
  private static final int FRAMES = 4096;

  @TempDir Path temporary;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path folder() {
    return temporary.resolve("journal");
  }

  private int lastcall(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return LastcallCommand.run(
        Terminal.of(Map.of()), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private Journal open() {
    return Journal.in(folder(), "orders/1")
        .segmentBytes(SEGMENT)
        .capacityBytes(8L * SEGMENT)
        .open();
  }

  private void leave(int delivered, String... texts) {
    try (Journal journal = open()) {
      for (String text : texts) {
        journal.append(1, text.getBytes(UTF_8));
      }
      journal.mark(Spool.DELIVERED).set(delivered, 0);
    }
  }

  @Test
  void printsWhatIsNotDeliveredYetAndAllIfAsked() {
    leave(1, "tea", "rice", "soup");

    assertThat(lastcall("journal", "cat", folder().toString())).isZero();
    assertThat(out.toString().lines())
        .hasSize(2)
        .first()
        .satisfies(line -> assertThat(line).startsWith("2  ").endsWith("  1  rice"));
    lastcall("journal", "cat", "--all", folder().toString());
    assertThat(out.toString().lines()).hasSize(3);
    lastcall("journal", "cat", "--from", "3", "--json", folder().toString());
    assertThat(out.toString()).contains("\"sequence\":3", "\"text\":\"soup\"");
  }

  @Test
  void whatIsMarkedAsDeliveredIsDeliveredOnce() {
    leave(1, "tea", "rice", "soup");

    assertThat(lastcall("journal", "cat", "--mark-delivered", folder().toString())).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(lastcall("journal", "cat", "--mark-delivered", folder().toString())).isZero();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theMarkOfALivingOwnerIsNotMoved() {
    leave(0, "tea");
    try (Journal owner = open()) {
      assertThat(owner.failure()).isEmpty();
      assertThat(lastcall("journal", "cat", "--mark-delivered", folder().toString())).isEqualTo(2);
      assertThat(err.toString()).contains("a living process owns it");
    }
  }

  @Test
  void damageIsToldWithItsPlaceAndTheRestIsPrinted() throws IOException {
    leave(0, "tea", "rice", "soup");
    assertThat(lastcall("journal", "check", folder().toString())).isZero();
    assertThat(out.toString()).contains("orders/1, 3 records, 11 bytes", "owner: none");

    Path segment = segment();
    byte[] bytes = Files.readAllBytes(segment);
    bytes[FRAMES + 41] ^= 1;
    Files.write(segment, bytes);

    assertThat(lastcall("journal", "check", folder().toString())).isEqualTo(1);
    assertThat(out.toString()).contains("2 records", "damaged at byte 4,096");
    assertThat(lastcall("journal", "cat", folder().toString())).isEqualTo(1);
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(err.toString()).contains("damaged at byte 4,096");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(lastcall("journal")).isEqualTo(2);
    assertThat(err.toString()).contains("COMMAND: missing (expected: cat, check or info)");
    assertThat(lastcall("journal", "cat", temporary.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(lastcall("journal", "cat", "--all", "--mark-delivered", "x")).isEqualTo(2);
    assertThat(err.toString())
        .contains("mark-delivered: with --all, --from or --follow (expected: alone)");
  }

  private Path segment() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(file -> file.toString().endsWith(".journal"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void saysAtAGlanceWhatThereIs() {
    leave(1, "tea", "rice", "soup");

    assertThat(lastcall("journal", "info", folder().toString())).isZero();
    assertThat(out.toString())
        .contains("orders/1, records 1 to 3", "owner: none", "mark delivered: 1 (0)")
        .containsPattern("0{19}1\\.journal: 65,536 bytes, 3 records from 1, pid \\d+ on ");
    assertThat(lastcall("journal", "info", "--json", folder().toString())).isZero();
    assertThat(out.toString()).contains("\"lastSequence\":3", "\"owner\":null", "\"closed\":true");
    assertThat(lastcall("journal", "info", temporary.toString())).isEqualTo(Subcommand.NOT_RUN);
  }
}
