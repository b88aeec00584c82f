package dev.lastcall.bench;

import dev.lastcall.journal.Journal;
import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process of {@link JournalFigures}: fills a journal with a gigabyte and dies without closing it,
 * or opens that, or reads it.
 */
@SuppressWarnings("lastcall:LC0404") // dies as a killed process does
public final class JournalChild {
  private static final int PAYLOAD = 128;

  /** Header and payload take three times 64 bytes. */
  private static final int FRAME = 192;

  private static final long GIGABYTE = 1L << 30;

  private JournalChild() {}

  /**
   * Does one of the three.
   *
   * @param args which, then the folder
   * @throws IOException if the folder cannot be read
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    switch (args[0]) {
      case "fill" -> fill(folder);
      case "open" -> open(folder);
      case "read" -> read(folder);
      default -> throw new IllegalArgumentException(args[0]);
    }
    Runtime.getRuntime().halt(0);
  }

  private static Journal journal(Path folder) {
    return Journal.in(folder, "bench/1").capacityBytes(GIGABYTE + (64 << 20)).open();
  }

  private static void fill(Path folder) {
    Journal journal = journal(folder);
    byte[] payload = new byte[PAYLOAD];
    for (long written = 0; written < GIGABYTE; written += FRAME) {
      if (journal.append(1, payload) == Journal.NOT_KEPT) {
        throw new IllegalStateException("full at " + written + ": " + journal.failure());
      }
    }
  }

  private static void open(Path folder) {
    long began = System.nanoTime();
    Journal journal = journal(folder);
    long sequence = journal.append(1, new byte[PAYLOAD]);
    Child.print("", (System.nanoTime() - began) / 1e6);
    if (sequence == Journal.NOT_KEPT) {
      throw new IllegalStateException("not kept: " + journal.failure());
    }
  }

  private static void read(Path folder) throws IOException {
    long began = System.nanoTime();
    long records = 0;
    try (JournalReader reader = JournalReader.open(folder)) {
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        records += entry instanceof JournalRecord ? 1 : 0;
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Child.print("MB/s of file", records * FRAME / seconds / 1e6);
    Child.print("MB/s of payload", records * PAYLOAD / seconds / 1e6);
  }
}
