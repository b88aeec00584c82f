package dev.lastcall.journal;

import static dev.lastcall.journal.Journals.bytes;
import static dev.lastcall.journal.Journals.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the surroundings do to a journal: it gives up with one finding, and never throws. */
class TroubleTest {
  @TempDir private Path folder;
  private final List<Finding> told = new ArrayList<>();

  @Test
  void aFolderThatCannotBeMadeIsOneFinding() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    try (Journal journal = Journals.builder(file.resolve("j")).onFailure(told::add).open()) {
      assertGivenUp(journal);
    }
    assertThat(told.get(0).message()).contains(file.toString());
  }

  @Test
  void otherContentIsNotAppendedTo() throws IOException {
    try (Journal journal = Journals.open(folder)) {
      journal.append(0, bytes("log"));
    }
    try (Journal other = Journal.in(folder, "audit/1").onFailure(told::add).open()) {
      assertGivenUp(other);
      assertThat(told.get(0).message()).contains("it holds test/1, not audit/1");
    }
    assertThat(names(Journals.records(folder))).containsExactly("1 0 log");
  }

  @Test
  void aReceiverThatFailsHarmsNothing() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Journal.Builder builder =
        Journals.builder(file)
            .onFailure(
                finding -> {
                  throw new IllegalStateException("broken receiver");
                });

    try (Journal journal = builder.open()) {
      assertThat(journal.append(0, bytes("x"))).isEqualTo(Journal.NOT_KEPT);
    }
  }

  @Test
  void nothingIsKeptAfterTheClose() {
    Journal journal = Journals.open(folder);
    journal.append(0, bytes("x"));
    JournalMark mark = journal.mark("m");
    mark.set(1, 2);
    journal.close();
    journal.close();

    mark.set(3, 4);
    journal.force();
    journal.release(1);

    assertThat(journal.append(0, bytes("late"))).isEqualTo(Journal.NOT_KEPT);
    assertThat(journal.lastSequence()).isEqualTo(1);
    try (Journal next = Journals.open(folder)) {
      assertThat(next.mark("m").sequence()).isEqualTo(1);
    }
  }

  @Test
  void filesAreForTheOwnerAlone() throws IOException {
    Path own = folder.resolve("own");
    try (Journal journal = Journals.open(own)) {
      journal.mark("m").set(1, 1);
      for (Path file : Journals.files(own, "")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo("rw-------");
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void anInterruptHarmsNeitherWriterNorReader() throws IOException {
    Thread.currentThread().interrupt();
    try (Journal journal = Journals.open(folder);
        JournalReader reader = journal.reader()) {
      assertThat(journal.append(0, bytes("one"))).isEqualTo(1);
      assertThat(reader.next()).isInstanceOf(JournalRecord.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(journal.append(0, bytes("two"))).isEqualTo(2);
      assertThat(reader.next()).isInstanceOf(JournalRecord.class);
      assertThat(journal.failure()).isEmpty();
    }
  }

  @Test
  void aWallClockThatIsSetBackDoesNotChangeTheOrder() throws IOException {
    AtomicLong wall = new AtomicLong(1_000_000);
    JournalSettings settings =
        new JournalSettings(
            folder,
            "test/1",
            new SegmentStock.Sizes(Journals.SEGMENT, 4 * Journals.SEGMENT, WhenFull.REFUSE),
            Duration.ZERO,
            told::add,
            Ticker.system(),
            wall::get);
    try (Journal journal = new Journal(settings)) {
      journal.append(0, bytes("before"));
      wall.set(400_000);
      while (!Instant.ofEpochMilli(400_000).equals(last(journal).at())) {
        journal.append(0, bytes("after"));
      }
    }

    List<JournalRecord> records = Journals.records(folder);
    assertThat(records.get(0).at()).isEqualTo(Instant.ofEpochMilli(1_000_000));
    assertThat(records).extracting(JournalRecord::sequence).isSorted();
    assertThat(records).extracting(JournalRecord::monotonicNanos).isSorted();
  }

  private static JournalRecord last(Journal journal) throws IOException {
    try (JournalReader reader = journal.reader().from(journal.lastSequence())) {
      return (JournalRecord) java.util.Objects.requireNonNull(reader.next());
    }
  }

  @Test
  void aFolderWithoutAJournalCannotBeRead() {
    assertThatThrownBy(() -> JournalReader.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no journal");
    assertThatThrownBy(() -> JournalReader.open(folder.resolve("none")))
        .isInstanceOf(IOException.class);
  }

  private void assertGivenUp(Journal journal) {
    assertThat(journal.append(0, bytes("x"))).isEqualTo(Journal.NOT_KEPT);
    assertThat(journal.lastSequence()).isZero();
    journal.mark("m").set(1, 1);
    journal.release(7);
    journal.force();
    assertThat(journal.failure()).isPresent();
    assertThat(told).hasSize(1);
  }
}
