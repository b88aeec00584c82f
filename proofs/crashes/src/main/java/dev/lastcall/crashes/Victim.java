package dev.lastcall.crashes;

import dev.lastcall.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The process that is killed: its threads append as fast as they can, and note what they were told
 * is kept.
 *
 * <p>Arguments: folder, life, threads, the sequence up to which records are no longer needed.
 */
final class Victim {
  /** The folder of the journal, in that of the victim. */
  static final String JOURNAL = "journal";

  /** Small, so that a life of a second goes through many of them. */
  private static final int SEGMENT_BYTES = 256 * 1024;

  private static final long CAPACITY_BYTES = 128L * 1024 * 1024;

  /** A life without pauses would fill the whole capacity. */
  private static final int BURST = 256;

  private static final long PAUSE_NANOS = 4_000_000;

  private Victim() {}

  public static void main(String... arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int life = Integer.parseInt(arguments[1]);
    int threads = Integer.parseInt(arguments[2]);
    Journal journal =
        Journal.in(directory.resolve(JOURNAL), "crashes/1")
            .segmentBytes(SEGMENT_BYTES)
            .capacityBytes(CAPACITY_BYTES)
            .onFailure(finding -> System.err.println("journal: " + finding))
            .open();
    journal.release(Long.parseLong(arguments[3]));
    List<Thread> writers = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      Acknowledged acknowledged = Acknowledged.open(directory, life, thread);
      int number = thread;
      writers.add(
          new Thread(() -> append(journal, life, number, acknowledged), "writer-" + number));
    }
    writers.addAll(DurableVictim.holders(directory, life));
    writers.forEach(Thread::start);
  }

  /** Until the process is killed, or the journal gives up, which fails the campaign. */
  private static void append(Journal journal, int life, int thread, Acknowledged acknowledged) {
    byte[] bytes = new byte[Payload.LONGEST];
    try {
      for (long count = 1; ; count++) {
        int length = new Payload(life, thread, count).writeTo(bytes);
        long sequence = journal.append(thread, bytes, 0, length);
        while (sequence == Journal.NOT_KEPT && journal.failure().isEmpty()) {
          LockSupport.parkNanos(PAUSE_NANOS); // the disk is slower than the writers
          sequence = journal.append(thread, bytes, 0, length);
        }
        if (sequence == Journal.NOT_KEPT) {
          return;
        }
        acknowledged.note(count, sequence);
        if (count % BURST == 0) {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    } catch (IOException failure) {
      System.err.println("writer-" + thread + ": " + failure);
    }
  }
}
