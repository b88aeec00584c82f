package dev.lastcall.audit;

import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the journal beside a trail knows. */
final class TrailRest {
  private TrailRest() {}

  /**
   * The record that the trail had come to, 0 if that is not known. Asked before the lines are read:
   * a trail that is being written goes on meanwhile.
   */
  static long written(Path folder) throws IOException {
    try (JournalReader reader = find(folder)) {
      return reader == null ? 0 : reader.mark(TrailSink.TRAIL);
    }
  }

  /** The records from behind one on, which are not in the trail yet. */
  static List<JournalRecord> waiting(Path folder, long record) throws IOException {
    List<JournalRecord> waiting = new ArrayList<>();
    try (JournalReader reader = find(folder)) {
      if (reader == null) {
        return waiting;
      }
      reader.from(record + 1);
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof JournalRecord kept
            && kept.sequence() > record
            && kept.type() != LineType.SEAL.recordType()) {
          waiting.add(kept);
        }
      }
    }
    return waiting;
  }

  private static @Nullable JournalReader find(Path folder) throws IOException {
    return JournalReader.find(folder.resolve(AuditFiles.JOURNAL)).orElse(null);
  }
}
