package dev.lastcall.journal;

import static dev.lastcall.journal.Journals.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.journal.JournalGap.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that append, are read meanwhile, and are killed. */
class KilledProcessIT {
  private static final int THREADS = 3;
  private static final int KILLS = 4;

  @TempDir private Path folder;
  private long[] counts = new long[THREADS];

  @Test
  void whatWasAcknowledgedIsThereAfterKillMinusNine() throws IOException {
    for (int kill = 0; kill < KILLS; kill++) {
      Path journal = folder.resolve("journal-" + kill);
      Path notes = Files.createDirectory(folder.resolve("notes-" + kill));
      counts = new long[THREADS];
      try (ChildJvm child = start(journal, notes, WhenFull.REFUSE)) {
        child.awaitLine("appending");
        int least = 500 * (kill + 1);
        child.await("some acknowledged records", () -> acknowledged(notes, 0) > least);
        child.signal("KILL").awaitEnding();
      }
      assertAllIsThere(journal, notes);
    }
  }

  private void assertAllIsThere(Path journal, Path notes) throws IOException {
    List<JournalEntry> entries = Journals.entries(journal);
    long expected = 1;
    for (JournalEntry entry : entries) {
      if (entry instanceof JournalGap gap) {
        assertThat(gap.kind()).as(gap.toString()).isEqualTo(Kind.UNFINISHED);
        assertThat(gap.missing()).isBetween(1L, (long) THREADS);
        expected += gap.missing();
      } else if (entry instanceof JournalRecord record) {
        assertThat(record.sequence()).isEqualTo(expected++);
        assertThat(record.text()).startsWith(++counts[record.type()] + ":");
      }
    }
    for (int thread = 0; thread < THREADS; thread++) {
      assertThat(counts[thread])
          .as("records of thread %d", thread)
          .isBetween(acknowledged(notes, thread), acknowledged(notes, thread) + 1);
    }
    try (Journal next = Journals.builder(journal).capacityBytes(64 * Journals.SEGMENT).open()) {
      assertThat(next.failure()).isEmpty();
      assertThat(next.append(9, bytes("next"))).isEqualTo(expected);
    }
  }

  @Test
  void aLiveJournalIsReadByAnotherProcessAndOwnedByOne() throws IOException {
    Path journal = folder.resolve("journal");
    try (ChildJvm child = start(journal, folder, WhenFull.DROP_OLDEST)) {
      child.awaitLine("appending");
      try (Journal second = Journals.builder(journal).open()) {
        assertThat(second.failure()).isPresent();
        assertThat(second.append(0, bytes("mine"))).isEqualTo(Journal.NOT_KEPT);
      }
      try (JournalReader reader = JournalReader.open(journal)) {
        assertThat(reader.liveOwner().map(JournalOwner::pid)).hasValue(child.process().pid());
        follow(child, reader);
        child.signal("KILL").awaitEnding();
        assertThat(reader.liveOwner()).isEqualTo(Optional.empty());
      }
    }
  }

  /** Until more was read than the journal can hold at once. */
  private static void follow(ChildJvm child, JournalReader reader) throws IOException {
    long next = 0;
    int read = 0;
    while (read < 70_000) {
      JournalEntry entry = reader.next();
      if (entry instanceof JournalGap gap) {
        assertThat(gap.kind()).isEqualTo(Kind.OVERTAKEN);
        next += next == 0 ? 0 : gap.missing();
      } else if (entry instanceof JournalRecord record) {
        next = next == 0 ? record.sequence() : next;
        assertThat(record.sequence()).isEqualTo(next++);
        read++;
      } else {
        assertThat(child.process().isAlive()).isTrue();
        Thread.onSpinWait();
      }
    }
  }

  private ChildJvm start(Path journal, Path notes, WhenFull whenFull) {
    return ChildJvmBuilder.of(WritingProcess.class, folder)
        .arguments(journal.toString(), notes.toString(), "" + THREADS, whenFull.name())
        .start();
  }

  private static long acknowledged(Path notes, int thread) {
    try {
      byte[] note = Files.readAllBytes(notes.resolve("acknowledged-" + thread));
      return note.length < Long.BYTES ? 0 : ByteBuffer.wrap(note).getLong();
    } catch (IOException notYet) {
      return 0;
    }
  }
}
