package dev.lastcall.journal;

import static dev.lastcall.journal.Journals.SEGMENT;
import static dev.lastcall.journal.Journals.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments that are filled, dropped and used again while several threads append. */
class RotationTest {
  private static final int THREADS = 3;
  private static final int EACH = 20_000;
  private static final int CAPACITY = 8 * SEGMENT;

  @TempDir private Path folder;
  private final AtomicLong refused = new AtomicLong();

  @Test
  void aConsumerThatReleasesSeesEveryRecordOnceAndInOrder() throws Exception {
    try (Journal journal = Journals.builder(folder).capacityBytes(CAPACITY).open()) {
      List<Thread> appenders = start(journal, true);
      long[] seen = new long[THREADS];
      try (JournalReader reader = journal.reader()) {
        for (long next = 1; next <= THREADS * EACH; next++) {
          JournalEntry entry = await(reader);
          assertThat(entry).as("%s before %d", entry, next).isInstanceOf(JournalRecord.class);
          JournalRecord record = (JournalRecord) entry;
          assertThat(record.sequence()).isEqualTo(next);
          assertThat(record.text()).startsWith(++seen[record.type()] + ":");
          journal.release(next);
        }
      }
      join(appenders);
      assertThat(seen).containsOnly(EACH);
    }
    assertThatTheDiskHoldsNoMoreThan(CAPACITY);
  }

  @Test
  void aReaderThatIsOvertakenLearnsHowManyItMissed() throws Exception {
    try (Journal journal =
        Journals.builder(folder).capacityBytes(CAPACITY).whenFull(WhenFull.DROP_OLDEST).open()) {
      List<Thread> appenders = start(journal, false);
      // A reader that begins late begins with the oldest record that is kept.
      long next = 0;
      try (JournalReader reader = journal.reader()) {
        while (appenders.stream().anyMatch(Thread::isAlive) || next <= journal.lastSequence()) {
          JournalEntry entry = reader.next();
          if (entry instanceof JournalGap gap) {
            assertThat(gap.kind()).as(gap.toString()).isEqualTo(JournalGap.Kind.OVERTAKEN);
            next += next == 0 ? 0 : gap.missing();
          } else if (entry instanceof JournalRecord record) {
            next = next == 0 ? record.sequence() : next;
            assertThat(record.sequence()).isEqualTo(next++);
          }
        }
      }
      assertThat(next).isEqualTo(THREADS * EACH - refused.get() + 1);
      join(appenders);
      assertThat(journal.failure()).isEmpty();
      assertThatTheDiskHoldsNoMoreThan(CAPACITY);
    }
  }

  private static JournalEntry await(JournalReader reader) throws IOException {
    JournalEntry entry = reader.next();
    while (entry == null) {
      Thread.onSpinWait();
      entry = reader.next();
    }
    return entry;
  }

  /** Each thread counts its own records; a refused one is tried again or given up. */
  private List<Thread> start(Journal journal, boolean again) {
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int type = thread;
      threads.add(
          new Thread(
              () -> {
                for (int i = 1; i <= EACH; i++) {
                  byte[] payload = bytes(i + ":" + "x".repeat(i % 200));
                  while (journal.append(type, payload) == Journal.NOT_KEPT) {
                    if (!again) {
                      refused.incrementAndGet();
                      break;
                    }
                    Thread.onSpinWait();
                  }
                }
              }));
    }
    threads.forEach(Thread::start);
    return threads;
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Blocks of files that are deleted and still mapped count as well. */
  private void assertThatTheDiskHoldsNoMoreThan(long bytes) throws IOException {
    long sum = 0;
    for (Path file : Journals.files(folder, ".journal")) {
      sum += Files.size(file);
    }
    assertThat(sum).isLessThanOrEqualTo(bytes);
    Path maps = Path.of("/proc/self/maps");
    if (Files.exists(maps)) {
      String name = folder.toString();
      assertThat(Files.readAllLines(maps))
          .noneMatch(line -> line.contains(name) && line.endsWith("(deleted)"));
    }
  }
}
