package dev.lastcall.crashes;

import dev.lastcall.crashes.Acknowledged.Told;
import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalGap;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads what one life of a victim left, and holds it against what the victim was told. Confined to
 * one thread.
 */
final class Inspection {
  private final Path directory;
  private final int life;
  private final long[] found;
  private final Told[] told;
  private long lastSequence;
  private long invented;
  private long misplaced;
  private long damaged;
  private long unfinished;

  private Inspection(Path directory, int life, int threads, long after) throws IOException {
    this.directory = directory;
    this.life = life;
    this.found = new long[threads];
    this.told = new Told[threads];
    this.lastSequence = after;
    for (int thread = 0; thread < threads; thread++) {
      told[thread] = Acknowledged.read(directory, life, thread);
    }
  }

  /**
   * Inspects the records of a life.
   *
   * @param directory the victim's folder
   * @param life which life
   * @param threads how many threads appended
   * @param after the last sequence of the life before
   */
  static Inspection of(Path directory, int life, int threads, long after) throws IOException {
    Inspection inspection = new Inspection(directory, life, threads, after);
    try {
      inspection.read();
    } catch (IOException noJournal) {
      if (inspection.counts().acknowledged() > 0) {
        throw noJournal;
      }
    }
    return inspection;
  }

  /** The last sequence of this life. */
  long lastSequence() {
    return lastSequence;
  }

  Counts counts() throws IOException {
    long acknowledged = 0;
    long missing = 0;
    for (int thread = 0; thread < found.length; thread++) {
      acknowledged += told[thread].count();
      missing += Math.max(0, told[thread].count() - found[thread]);
    }
    return new Counts(
        1,
        acknowledged,
        missing,
        invented,
        misplaced,
        damaged,
        unfinished,
        DurableVictim.begun(directory, life),
        0);
  }

  private void read() throws IOException {
    try (JournalReader reader =
        JournalReader.open(directory.resolve(Victim.JOURNAL)).from(lastSequence + 1)) {
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof JournalRecord kept) {
          inspect(kept);
        } else if (entry instanceof JournalGap gap && gap.kind() == JournalGap.Kind.UNFINISHED) {
          unfinished++;
        } else {
          damaged++;
        }
      }
    }
  }

  private void inspect(JournalRecord kept) {
    if (kept.sequence() <= lastSequence) {
      misplaced++;
    }
    lastSequence = kept.sequence();
    Optional<Payload> payload = Payload.read(kept.payload());
    if (payload.isEmpty() || !couldBeWritten(payload.get())) {
      invented++;
      return;
    }
    int thread = payload.get().thread();
    if (payload.get().count() != found[thread] + 1 || isToldOtherwise(payload.get(), kept)) {
      misplaced++;
    }
    found[thread] = payload.get().count();
  }

  /** At most one record of a thread is on its way when the victim is killed. */
  private boolean couldBeWritten(Payload payload) {
    return payload.life() == life
        && payload.thread() >= 0
        && payload.thread() < told.length
        && payload.count() >= 1
        && payload.count() <= told[payload.thread()].count() + 1;
  }

  private boolean isToldOtherwise(Payload payload, JournalRecord kept) {
    Told last = told[payload.thread()];
    return payload.count() == last.count() && kept.sequence() != last.sequence();
  }
}
