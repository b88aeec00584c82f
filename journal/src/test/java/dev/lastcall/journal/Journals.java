package dev.lastcall.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the tests of this room have in common. */
final class Journals {
  static final int SEGMENT = 64 << 10;

  private Journals() {}

  /** A small one. */
  static Journal.Builder builder(Path folder) {
    return Journal.in(folder, "test/1").segmentBytes(SEGMENT).capacityBytes(4 * SEGMENT);
  }

  static Journal open(Path folder) {
    Journal journal = builder(folder).open();
    assertThat(journal.failure()).isEmpty();
    return journal;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** All that can be read, with its gaps. */
  static List<JournalEntry> entries(Path folder) throws IOException {
    try (JournalReader reader = JournalReader.open(folder)) {
      return entries(reader);
    }
  }

  /** What a reader finds from where it stands. */
  static List<JournalEntry> entries(JournalReader reader) throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
      entries.add(entry);
    }
    return entries;
  }

  /** All records; there must not be a gap. */
  static List<JournalRecord> records(Path folder) throws IOException {
    List<JournalEntry> entries = entries(folder);
    assertThat(gapsOf(entries)).isEmpty();
    return recordsOf(entries);
  }

  static List<JournalRecord> recordsOf(List<JournalEntry> entries) {
    return entries.stream()
        .filter(JournalRecord.class::isInstance)
        .map(JournalRecord.class::cast)
        .toList();
  }

  static List<JournalGap> gapsOf(List<JournalEntry> entries) {
    return entries.stream()
        .filter(JournalGap.class::isInstance)
        .map(JournalGap.class::cast)
        .toList();
  }

  /** What tells one record from another. */
  static List<String> names(List<JournalRecord> records) {
    return records.stream()
        .map(record -> record.sequence() + " " + record.type() + " " + record.text())
        .toList();
  }

  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
