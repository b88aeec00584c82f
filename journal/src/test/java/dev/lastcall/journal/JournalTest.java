package dev.lastcall.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  private static final int SEGMENT = 64 * 1024;
  private static final byte[] KILOBYTE = new byte[1024];

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("journal");
  }

  private Journal.Builder small() {
    return Journal.in(folder(), "test/1").segmentBytes(SEGMENT).capacityBytes(4 * SEGMENT);
  }

  private static long append(Journal journal, String text) {
    return journal.append(7, text.getBytes(UTF_8));
  }

  @Test
  void whatIsAppendedIsReadBackAsItWas() throws IOException {
    Instant before = Instant.now().minusMillis(50);
    try (Journal journal = Journal.in(folder(), "test/1").open()) {
      assertThat(append(journal, "first")).isEqualTo(1);
      assertThat(journal.append(65_535, "xxsecondxx".getBytes(UTF_8), 2, 6)).isEqualTo(2);
      assertThat(journal.append(0, new byte[0])).isEqualTo(3);
      assertThat(journal.lastSequence()).isEqualTo(3);
    }

    List<JournalRecord> records = Readings.records(folder());
    assertThat(records).extracting(JournalRecord::text).containsExactly("first", "second", "");
    assertThat(records).extracting(JournalRecord::type).containsExactly(7, 65_535, 0);
    assertThat(records).extracting(JournalRecord::sequence).containsExactly(1L, 2L, 3L);
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(record.at()).isBetween(before, Instant.now().plusMillis(50));
              assertThat(record.owner().pid()).isEqualTo(ProcessHandle.current().pid());
            });
    assertThat(Readings.gaps(folder())).isEmpty();
  }

  @Test
  void aReaderFollowsALivingWriter() throws IOException {
    try (Journal journal = Journal.in(folder(), "test/1").open();
        JournalReader reader = journal.reader()) {
      assertThat(reader.next()).isNull();
      append(journal, "one");
      assertThat(text(reader)).isEqualTo("one");
      assertThat(reader.next()).isNull();
      append(journal, "two");
      assertThat(text(reader)).isEqualTo("two");
      assertThat(reader.content()).isEqualTo("test/1");
      assertThat(reader.liveOwner()).isPresent();
    }
    try (JournalReader reader = JournalReader.open(folder())) {
      assertThat(reader.liveOwner()).isEmpty();
    }
  }

  @Test
  void sequencesGoOnOverRestartsAndAReaderCanBeginAnywhere() throws IOException {
    for (int life = 0; life < 5; life++) {
      try (Journal journal = small().open()) {
        append(journal, "a" + life);
        append(journal, "b" + life);
      }
    }

    assertThat(Readings.records(folder()))
        .extracting(JournalRecord::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    try (JournalReader reader = JournalReader.open(folder()).from(6)) {
      assertThat(text(reader)).isEqualTo("b2");
    }
  }

  @Test
  void aFullJournalRefusesUntilRecordsAreReleased() throws IOException {
    try (Journal journal = small().open()) {
      long kept = fill(journal);

      assertThat(journal.append(1, KILOBYTE)).isEqualTo(Journal.NOT_KEPT);
      assertThat(journal.failure()).isEmpty();
      journal.release(kept);
      await().until(() -> journal.append(1, KILOBYTE) == kept + 1);
    }
    assertThat(bytes()).isLessThanOrEqualTo(4 * SEGMENT + 3 * 4096);
  }

  @Test
  void aJournalThatMayDropKeepsTheNewestInsideItsCapacity() throws IOException {
    try (Journal journal = small().whenFull(WhenFull.DROP_OLDEST).open()) {
      for (int i = 1; i <= 2_000; i++) {
        while (journal.append(1, KILOBYTE) == Journal.NOT_KEPT) {
          Thread.onSpinWait(); // the disk is slower than this loop
        }
      }
      assertThat(bytes()).isLessThanOrEqualTo(4 * SEGMENT + 3 * 4096);
    }

    List<JournalRecord> records = Readings.records(folder());
    assertThat(records.get(records.size() - 1).sequence()).isEqualTo(2_000);
    assertThat(records).hasSizeGreaterThan(2 * SEGMENT / 1_152).hasSizeLessThan(300);
    assertThat(Readings.gaps(folder())).isEmpty();
  }

  @Test
  void marksOutliveTheJournal() throws IOException {
    try (Journal journal = small().open()) {
      JournalMark mark = journal.mark("delivered");
      assertThat(mark.sequence()).isZero();
      for (int i = 1; i <= 100; i++) {
        mark.set(i, -i);
      }
      assertThat(journal.mark("delivered")).isSameAs(mark);
    }
    try (Journal journal = small().open();
        JournalReader reader = JournalReader.open(folder())) {
      assertThat(journal.mark("delivered").sequence()).isEqualTo(100);
      assertThat(journal.mark("delivered").detail()).isEqualTo(-100);
      assertThat(reader.mark("delivered")).isEqualTo(100);
      assertThat(reader.mark("other")).isZero();
    }
  }

  @Test
  void theSecondOwnerAndOtherContentGiveUpAtOnceAndThrowNothing() {
    List<Finding> told = new ArrayList<>();
    try (Journal owner = small().open()) {
      Journal second = small().onFailure(told::add).open();
      assertThat(append(second, "lost")).isEqualTo(Journal.NOT_KEPT);
      assertThat(second.failure()).contains(told.get(0));
      assertThat(told).hasSize(1);
      assertThat(told.get(0).message()).contains("a living process owns it");
      second.close();
      assertThat(append(owner, "kept")).isPositive();
    }
    try (Journal other = Journal.in(folder(), "other/1").onFailure(told::add).open()) {
      assertThat(append(other, "lost")).isEqualTo(Journal.NOT_KEPT);
      assertThat(told.get(1).message()).contains("it holds test/1, not other/1");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsOneFindingAndNothingElse() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "no folder");
    List<Finding> told = new ArrayList<>();

    try (Journal journal =
        Journal.in(file.resolve("journal"), "test/1").onFailure(told::add).open()) {
      assertThat(append(journal, "lost")).isEqualTo(Journal.NOT_KEPT);
      journal.mark("delivered").set(1, 1);
      journal.force();
      journal.release(1);
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void nobodyElseMayReadIt() throws IOException {
    try (Journal journal = small().open()) {
      append(journal, "secret");
      journal.mark("delivered").set(1, 1);
      try (Stream<Path> files = Files.list(folder())) {
        assertThat(files)
            .allSatisfy(
                file ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void appendingForcesAtIntervalsIfAsked() throws IOException {
    try (Journal journal = small().forceEvery(Duration.ofMillis(1)).open()) {
      fill(journal);
      assertThat(journal.failure()).isEmpty();
    }
    assertThat(Readings.records(folder())).isNotEmpty();
  }

  @Test
  void badInputIsRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Journal.in(folder(), "no name"))
        .withMessageStartingWith("content: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Journal.in(folder(), "x").segmentBytes(1))
        .withMessage("segmentBytes: 1 (expected: 65536 to 1073741824)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Journal.in(folder(), "x").capacityBytes(SEGMENT).open())
        .withMessageStartingWith("capacityBytes: 65536 (expected: at least three segments");
    try (Journal journal = small().open()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> journal.append(65_536, KILOBYTE))
          .withMessage("type: 65536 (expected: 0 to 65535)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> journal.append(1, new byte[journal.largestPayload() + 1]))
          .withMessageStartingWith("payload: ");
      assertThat(journal.append(1, new byte[journal.largestPayload()])).isEqualTo(1);
    }
  }

  private static String text(JournalReader reader) throws IOException {
    return reader.next() instanceof JournalRecord record ? record.text() : "no record";
  }

  private static long fill(Journal journal) {
    long last = 0;
    for (int refused = 0; refused < 3; ) {
      long sequence = journal.append(1, KILOBYTE);
      refused = sequence == Journal.NOT_KEPT ? refused + 1 : 0;
      last = Math.max(last, sequence);
    }
    return last;
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
