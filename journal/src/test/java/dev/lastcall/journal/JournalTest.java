package dev.lastcall.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal in one process, from its first record to its reuse. */
class JournalTest {
  private static final int SEGMENT = 64 << 10;

  @TempDir private Path folder;

  @Test
  void readsBackWhatWasAppended() throws IOException {
    try (Journal journal = open(folder)) {
      assertThat(journal.append(7, bytes("one"))).isEqualTo(1);
      assertThat(journal.append(65_535, bytes(""))).isEqualTo(2);
      assertThat(journal.lastSequence()).isEqualTo(2);

      List<JournalRecord> records = records(journal.reader());

      assertThat(records).extracting(JournalRecord::text).containsExactly("one", "");
      assertThat(records).extracting(JournalRecord::type).containsExactly(7, 65_535);
      assertThat(records).extracting(JournalRecord::sequence).containsExactly(1L, 2L);
      assertThat(records.get(0).owner().pid()).isEqualTo(ProcessHandle.current().pid());
    }
  }

  @Test
  void goesOnWithTheNextSequenceAfterAReopening() throws IOException {
    for (int opening = 0; opening < 5; opening++) {
      try (Journal journal = open(folder)) {
        assertThat(journal.failure()).isEmpty();
        assertThat(journal.lastSequence()).isEqualTo(opening * 2L);
        journal.append(1, bytes("a" + opening));
        journal.append(1, bytes("b" + opening));
      }
    }

    assertThat(records(JournalReader.open(folder)))
        .extracting(JournalRecord::text)
        .containsExactly("a0", "b0", "a1", "b1", "a2", "b2", "a3", "b3", "a4", "b4");
  }

  @Test
  void goesOverManySegmentsInOrder() throws IOException {
    try (Journal journal = builder(folder).capacityBytes(SEGMENT * 20).open()) {
      for (int i = 1; i <= 5_000; i++) {
        assertThat(journal.append(0, bytes("record " + i + " ".repeat(i % 300)))).isEqualTo(i);
      }
    }

    assertThat(records(JournalReader.open(folder)))
        .extracting(JournalRecord::sequence)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 5_000).mapToObj(Long::valueOf).toList());
    assertThat(records(JournalReader.open(folder).from(4_321)).get(0).sequence()).isEqualTo(4_321);
  }

  @Test
  void refusesWhenItIsFullUntilSomethingIsReleased() {
    try (Journal journal = open(folder)) {
      long last = fill(journal);

      assertThat(journal.failure()).isEmpty();
      journal.release(last / 2);
      await().until(() -> journal.append(0, new byte[1000]) == last + 1);
    }
  }

  @Test
  void dropsTheOldestWhereThatIsChosen() throws IOException {
    try (Journal journal = builder(folder).whenFull(WhenFull.DROP_OLDEST).open()) {
      for (int i = 1; i <= 2_000; i++) {
        assertThat(journal.append(0, new byte[1000])).isEqualTo(i);
      }
      List<JournalRecord> kept = records(journal.reader());

      assertThat(kept.get(kept.size() - 1).sequence()).isEqualTo(2_000);
      assertThat(kept.get(0).sequence()).isGreaterThan(1_700);
      try (var files = Files.list(folder)) {
        assertThat(files.filter(file -> file.toString().endsWith(".journal"))).hasSize(4);
      }
    }
  }

  @Test
  void aMarkOutlivesTheJournal() throws IOException {
    try (Journal journal = open(folder)) {
      journal.mark("sent/to:us").set(5, -1);
      journal.mark("sent/to:us").set(6, -2);
      assertThat(journal.mark("sent/to:us").sequence()).isEqualTo(6);
    }
    try (Journal journal = open(folder)) {
      assertThat(journal.mark("sent/to:us").detail()).isEqualTo(-2);
      assertThat(journal.mark("other").sequence()).isZero();
      journal.append(0, bytes("x"));
    }
    try (JournalReader reader = JournalReader.open(folder)) {
      assertThat(reader.mark("sent/to:us")).isEqualTo(6);
      assertThat(reader.mark("never")).isZero();
      assertThat(reader.liveOwner()).isEmpty();
    }
  }

  @Test
  void onlyOneOwnsAFolder() throws IOException {
    List<Finding> told = new ArrayList<>();
    try (Journal journal = open(folder);
        Journal second = builder(folder).onFailure(told::add).open()) {
      journal.append(0, bytes("mine"));

      assertThat(second.append(0, bytes("yours"))).isEqualTo(Journal.NOT_KEPT);
      assertThat(second.failure()).isPresent();
      assertThat(told).hasSize(1);
      assertThat(told.get(0).message()).contains("a living process owns it");
      assertThat(journal.reader().liveOwner()).isPresent();
      assertThat(journal.append(0, bytes("mine"))).isEqualTo(2);
    }
  }

  @Test
  void refusesArgumentsAtOnce() {
    assertThatThrownBy(() -> Journal.in(folder, "ä"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("content");
    assertThatThrownBy(() -> builder(folder).capacityBytes(SEGMENT).open())
        .hasMessageContaining("at least three segments");
    try (Journal journal = open(folder)) {
      assertThatThrownBy(() -> journal.append(-1, bytes("x"))).hasMessageContaining("type: -1");
      assertThatThrownBy(() -> journal.append(65_536, bytes("x"))).hasMessageContaining("type");
      assertThatThrownBy(() -> journal.append(0, new byte[SEGMENT]))
          .hasMessageContaining("payload");
      assertThat(journal.append(0, new byte[journal.largestPayload()])).isEqualTo(1);
    }
  }

  /** Appends until nothing is kept; returns the last sequence. */
  private static long fill(Journal journal) {
    long last = 0;
    for (long next = journal.append(0, new byte[1000]);
        next != Journal.NOT_KEPT;
        next = journal.append(0, new byte[1000])) {
      assertThat(next).isEqualTo(last + 1);
      last = next;
    }
    assertThat(last).isBetween(200L, 260L);
    return last;
  }

  private static Journal open(Path folder) {
    return builder(folder).open();
  }

  private static Journal.Builder builder(Path folder) {
    return Journal.in(folder, "test/1").segmentBytes(SEGMENT).capacityBytes(4 * SEGMENT);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<JournalRecord> records(JournalReader reader) throws IOException {
    List<JournalRecord> records = new ArrayList<>();
    try (reader) {
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        assertThat(entry).isInstanceOf(JournalRecord.class);
        records.add((JournalRecord) entry);
      }
    }
    return records;
  }
}
