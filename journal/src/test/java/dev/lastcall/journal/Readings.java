package dev.lastcall.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a reader comes upon in a folder. */
final class Readings {
  private Readings() {}

  static List<JournalEntry> all(Path folder) throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(folder)) {
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        entries.add(entry);
      }
    }
    return entries;
  }

  static List<JournalRecord> records(Path folder) throws IOException {
    return all(folder).stream()
        .filter(JournalRecord.class::isInstance)
        .map(JournalRecord.class::cast)
        .toList();
  }

  static List<String> texts(Path folder) throws IOException {
    return records(folder).stream().map(JournalRecord::text).toList();
  }

  static List<JournalGap> gaps(Path folder) throws IOException {
    return all(folder).stream()
        .filter(JournalGap.class::isInstance)
        .map(JournalGap.class::cast)
        .toList();
  }
}
