package dev.lastcall.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The example of {@code docs/journal.md}. */
final class JournalExample {
  private static final int ACCEPTED = 1;

  private JournalExample() {}

  // tag: example
  static long accept(Journal journal, String order) {
    long sequence = journal.append(ACCEPTED, order.getBytes(UTF_8)); // a memory copy
    if (sequence == Journal.NOT_KEPT) {
      throw new IllegalStateException("order not kept: " + journal.failure());
    }
    return sequence; // from here on the order outlives the process, however that ends
  }

  static void replay(Path folder, Consumer<String> orders) throws IOException {
    try (JournalReader reader = JournalReader.open(folder)) { // of a live or a dead process
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof JournalRecord kept) {
          orders.accept(kept.text());
        } else if (entry instanceof JournalGap gap) {
          System.err.println(gap.kind() + " at byte " + gap.offset() + " of " + gap.segment());
        }
      }
    }
  }
  // end: example
}
