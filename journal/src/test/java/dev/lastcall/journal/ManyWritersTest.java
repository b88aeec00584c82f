package dev.lastcall.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManyWritersTest {
  private static final int THREADS = 4;
  private static final int EACH = 20_000;

  @TempDir Path folder;

  @Test
  void everyRecordIsThereOnceInItsThreadsOrderOverManySegments()
      throws IOException, InterruptedException {
    AtomicLong refused = new AtomicLong();
    try (Journal journal =
        Journal.in(folder, "test/1").segmentBytes(128 * 1024).capacityBytes(64L << 20).open()) {
      List<Thread> writers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        writers.add(new Thread(() -> write(journal, number, refused)));
      }
      writers.forEach(Thread::start);
      for (Thread writer : writers) {
        writer.join();
      }
      assertThat(journal.lastSequence()).isEqualTo((long) THREADS * EACH);
    }

    long[] last = new long[THREADS];
    long sequence = 0;
    for (JournalRecord record : Readings.records(folder)) {
      assertThat(record.sequence()).isEqualTo(++sequence);
      assertThat(record.payload().getLong(0)).isEqualTo(++last[record.type()]);
    }
    assertThat(last).containsOnly(EACH);
    assertThat(Readings.gaps(folder)).isEmpty();
  }

  private static void write(Journal journal, int number, AtomicLong refused) {
    ByteBuffer payload = ByteBuffer.allocate(40);
    for (long count = 1; count <= EACH; count++) {
      payload.putLong(0, count);
      while (journal.append(number, payload.array()) == Journal.NOT_KEPT) {
        refused.incrementAndGet();
        Thread.onSpinWait();
      }
    }
  }
}
