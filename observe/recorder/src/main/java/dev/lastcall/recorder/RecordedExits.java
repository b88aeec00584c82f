package dev.lastcall.recorder;

import dev.lastcall.api.Arguments;
import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalGap;
import dev.lastcall.journal.JournalOwner;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads what recorders left in a folder, also while one of them still writes.
 *
 * <pre>{@code
 * RecordedExits exits = RecordedExits.in(Path.of("/var/lib/orders/recorder"));
 * if (exits.last().orElseThrow() instanceof RecordedExit.KilledInExit killed) {
 *   killed.progress().running().forEach(cleanup -> log.warn("was in {}", cleanup.name()));
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class RecordedExits {
  private final List<RecordedExit> newestFirst;
  private final int damaged;

  private RecordedExits(List<RecordedExit> newestFirst, int damaged) {
    this.newestFirst = List.copyOf(newestFirst);
    this.damaged = damaged;
  }

  /**
   * Tells whether a folder is one of a recorder.
   *
   * @param folder any path
   * @return true if a recorder's journal of exits lies there
   */
  public static boolean isIn(Path folder) {
    return Files.isDirectory(folder.resolve(Kind.EXITS_FOLDER))
        && Files.isDirectory(folder.resolve(Kind.METRICS_FOLDER));
  }

  /**
   * Reads a folder.
   *
   * @param folder that of a recorder
   * @return what it holds
   * @throws IOException if it cannot be read, or is of a version that is not known here
   */
  public static RecordedExits in(Path folder) throws IOException {
    List<Life> lives = new ArrayList<>();
    int damaged = 0;
    Optional<JournalOwner> owner;
    try (JournalReader reader = open(folder.resolve(Kind.EXITS_FOLDER), Kind.EXITS)) {
      owner = reader.liveOwner();
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof JournalRecord record) {
          lifeOf(record, lives).add(record);
        } else if (entry instanceof JournalGap gap) {
          damaged += gap.kind() == JournalGap.Kind.DAMAGED ? 1 : 0;
        }
      }
    }
    metrics(folder, lives);
    List<RecordedExit> exits = new ArrayList<>();
    for (int i = 0; i < lives.size(); i++) {
      Life life = lives.get(i);
      exits.add(life.end(i == lives.size() - 1 && owner.filter(life::isOf).isPresent()));
    }
    Collections.reverse(exits);
    return new RecordedExits(exits, damaged);
  }

  private static Life lifeOf(JournalRecord record, List<Life> lives) {
    if (lives.isEmpty() || !lives.get(lives.size() - 1).owns(record)) {
      lives.add(new Life(record));
    }
    return lives.get(lives.size() - 1);
  }

  private static void metrics(Path folder, List<Life> lives) throws IOException {
    try (JournalReader reader = open(folder.resolve(Kind.METRICS_FOLDER), Kind.METRICS_CONTENT)) {
      SnapshotParts parts = new SnapshotParts();
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof JournalRecord record) {
          Optional<Life> life = writerOf(record, lives);
          life.ifPresent(known -> known.alive(record.at()));
          if (record.type() == Kind.METRICS) {
            parts.add(record).ifPresent(whole -> life.ifPresent(known -> known.metrics(whole)));
          }
        }
      }
    }
  }

  /** A process can have had several recorders; the one that was opened last before it wrote it. */
  private static Optional<Life> writerOf(JournalRecord record, List<Life> lives) {
    Optional<Life> found = Optional.empty();
    for (Life life : lives) {
      boolean before = found.isEmpty() || !life.firstSign().isAfter(record.at());
      if (life.isOf(record.owner()) && before) {
        found = Optional.of(life);
      }
    }
    return found;
  }

  private static JournalReader open(Path journal, String content) throws IOException {
    JournalReader reader = JournalReader.open(journal);
    if (!reader.content().equals(content)) {
      reader.close();
      throw new IOException(Arguments.text("journal", journal + ", " + reader.content(), content));
    }
    return reader;
  }

  /** {@return the process that began last, empty if there is none on record} */
  public Optional<RecordedExit> last() {
    return newestFirst.stream().findFirst();
  }

  /** {@return all that are on record, newest first} */
  public List<RecordedExit> all() {
    return newestFirst;
  }

  /** {@return how many stretches of the journal were altered after they had been written} */
  public int damaged() {
    return damaged;
  }
}
