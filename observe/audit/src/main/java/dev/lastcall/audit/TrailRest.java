package dev.lastcall.audit;

import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the journal beside a trail knows.
 *
 * @param written the record that the trail had come to, 0 if that is not known
 * @param waiting the records that are not in the trail yet
 */
record TrailRest(long written, List<JournalRecord> waiting) {
  /** Reads the journal in a folder, from behind a record on. */
  static TrailRest of(Path folder, long record) throws IOException {
    Path journal = folder.resolve(AuditFiles.JOURNAL);
    if (!Files.isDirectory(journal)) {
      return new TrailRest(0, List.of());
    }
    List<JournalRecord> waiting = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(journal)) {
      long written = reader.mark(TrailSink.TRAIL);
      reader.from(record + 1);
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof JournalRecord kept
            && kept.sequence() > record
            && kept.type() != LineType.SEAL.recordType()) {
          waiting.add(kept);
        }
      }
      return new TrailRest(written, waiting);
    }
  }
}
