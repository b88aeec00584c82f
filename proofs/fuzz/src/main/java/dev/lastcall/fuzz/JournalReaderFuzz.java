package dev.lastcall.fuzz;

import dev.lastcall.journal.Journal;
import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Alters a segment of a journal in any way: the reader must come to its end, throw nothing but
 * {@link IOException}, and give no record that was not written.
 */
public final class JournalReaderFuzz {
  private static final int RECORDS = 20;
  private static final int SEGMENT_BYTES = 64 * 1024;

  /** More than there can be: a frame is at least 16 bytes. */
  private static final int MOST_ENTRIES = SEGMENT_BYTES / 16;

  private static final Template TEMPLATE = Template.make();

  private JournalReaderFuzz() {}

  /**
   * What the fuzzer calls.
   *
   * @param input see {@link Alterations}
   */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      Files.write(TEMPLATE.segment(), Alterations.apply(TEMPLATE.sound(), input));
      readAll();
    } catch (IOException unreadable) {
      return; // said so, which is all that is asked of a file that is none
    }
  }

  private static void readAll() throws IOException {
    int entries = 0;
    try (JournalReader reader = JournalReader.open(TEMPLATE.folder())) {
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (++entries > MOST_ENTRIES) {
          throw new IllegalStateException("the reader does not come to an end");
        }
        if (entry instanceof JournalRecord kept
            && !kept.text().equals(TEMPLATE.texts().get(kept.sequence()))) {
          throw new IllegalStateException("invented: " + kept.sequence() + ' ' + kept.text());
        }
      }
    }
  }

  /** A journal that its owner left. */
  private record Template(Path folder, Path segment, byte[] sound, Map<Long, String> texts) {
    static Template make() {
      try {
        Path folder = Files.createTempDirectory("lastcall-fuzz-journal-");
        Map<Long, String> texts = new HashMap<>();
        try (Journal journal =
            Journal.in(folder, "fuzz/1")
                .segmentBytes(SEGMENT_BYTES)
                .capacityBytes(3L * SEGMENT_BYTES)
                .open()) {
          for (int i = 1; i <= RECORDS; i++) {
            String text = "record " + "x".repeat(i * 7);
            texts.put(journal.append(i, text.getBytes(StandardCharsets.UTF_8)), text);
          }
        }
        Path segment = used(folder);
        return new Template(folder, segment, Files.readAllBytes(segment), Map.copyOf(texts));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    /** The first segment holds the records; the others were prepared for later. */
    private static Path used(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> large =
            files.filter(file -> file.toFile().length() >= SEGMENT_BYTES).sorted().toList();
        for (Path file : large.subList(1, large.size())) {
          Files.delete(file);
        }
        return large.get(0);
      }
    }
  }
}
