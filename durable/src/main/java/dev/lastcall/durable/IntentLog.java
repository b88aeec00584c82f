package dev.lastcall.durable;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.journal.Journal;
import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalGap;
import dev.lastcall.journal.JournalMark;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The journal of the intents.
 *
 * <p>What is behind in it is released only after every intent that is open and was written there
 * has been written again in front, so there is no moment in which a kill loses one; written twice
 * it is still one, by its key. How far that is to go, and has gone, is a mark beside the journal:
 * who takes over after a kill in the middle goes on where it was, and however often that happens,
 * nothing is written a third time. Thread-safe.
 */
final class IntentLog implements AutoCloseable {
  /** More than a record has beside its payload in the journal. */
  private static final long RECORD_OVERHEAD = 64;

  /** What an open intent takes up beside its payload; more than usual, less than the most. */
  private static final long OPEN_OVERHEAD = 576;

  /** Open intents take up a quarter of the capacity at most. */
  private static final int OPEN_IN_CAPACITY = 4;

  /**
   * A carry is due after an eighth; the others wait for it after two, so two carries behind each
   * other span four at most. With the open intents that is three quarters of the capacity.
   */
  private static final int CARRIES_IN_CAPACITY = 8;

  private static final String MARK = "carried";
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long PAUSE_NANOS = 200_000;

  private final Journal journal;
  private final DurableFindings findings;
  private final long mostOpenBytes;
  private final long carryAfterBytes;
  private final boolean forced;
  private final AtomicLong bytesSinceCarry = new AtomicLong();
  private final ReentrantLock carrying = new ReentrantLock();
  private volatile boolean hopeless;
  private volatile boolean closed;

  IntentLog(Journal journal, long capacityBytes, boolean forced, DurableFindings findings) {
    this.journal = journal;
    this.findings = findings;
    this.mostOpenBytes = capacityBytes / OPEN_IN_CAPACITY;
    this.carryAfterBytes = capacityBytes / CARRIES_IN_CAPACITY;
    this.forced = forced;
  }

  /** Reads what is there; to be called before anything is appended. */
  IntentFold read() {
    IntentFold fold = new IntentFold();
    if (journal.failure().isPresent()) {
      return fold;
    }
    try (JournalReader reader = journal.reader()) {
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        bytesSinceCarry.addAndGet(read(entry, fold, findings));
      }
    } catch (IOException unreadable) {
      findings.add(unreadable(unreadable));
    }
    return fold;
  }

  /** Adds what an entry says; returns about how many bytes it takes up. */
  static long read(JournalEntry entry, IntentFold fold, DurableFindings findings) {
    if (entry instanceof JournalRecord record) {
      IntentCodec.decode(record.type(), record.payload())
          .ifPresentOrElse(
              known -> fold.add(known, record.sequence()),
              () -> findings.addOnce("unknown", unknown(record)));
      return record.payload().remaining() + RECORD_OVERHEAD;
    }
    JournalGap gap = (JournalGap) entry;
    if (gap.kind() == JournalGap.Kind.DAMAGED) {
      findings.add(damaged(gap));
    }
    return 0;
  }

  /**
   * Appends a record.
   *
   * @return its sequence, or {@link Journal#NOT_KEPT}
   */
  long append(IntentRecord record) {
    int type = IntentCodec.typeOf(record);
    byte[] bytes = IntentCodec.encode(record);
    bytesSinceCarry.addAndGet(bytes.length + RECORD_OVERHEAD);
    long sequence = journal.append(type, bytes);
    return sequence == Journal.NOT_KEPT ? appendPatiently(type, bytes) : sequence;
  }

  /**
   * As it is never full by our own account, what was released is only not ready yet. Once that
   * turns out wrong, nobody waits again until something is released.
   */
  private long appendPatiently(int type, byte[] bytes) {
    Deadline patience = Deadline.after(PATIENCE);
    while (!hopeless && !closed && journal.failure().isEmpty()) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
      long sequence = journal.append(type, bytes);
      if (sequence != Journal.NOT_KEPT) {
        return sequence;
      }
      hopeless = patience.isExpired();
    }
    return Journal.NOT_KEPT;
  }

  /** What an intent takes up as long as it is open. */
  static long sizeOf(Intent intent) {
    return OPEN_OVERHEAD + intent.payload().size();
  }

  /** The most that open intents may take up together. */
  long mostOpenBytes() {
    return mostOpenBytes;
  }

  /** Goes on where an earlier process was, so that there is room; before anything is appended. */
  void resume(Rewriting rewriting) {
    JournalMark mark = journal.mark(MARK);
    journal.release(mark.sequence());
    if (mark.detail() > mark.sequence()) {
      carry(mark, mark.detail(), rewriting);
    }
  }

  /**
   * Writes every open intent again and releases what lies before, if that is due. One thread does
   * it; the others go on, and wait for it only when they have overtaken it by as much again.
   */
  void carryIfDue(Rewriting rewriting) {
    long bytes = bytesSinceCarry.get();
    if (bytes < carryAfterBytes) {
      return;
    }
    if (bytes >= 2 * carryAfterBytes) {
      carrying.lock();
    } else if (!carrying.tryLock()) {
      return;
    }
    try {
      if (bytesSinceCarry.get() >= carryAfterBytes) {
        bytesSinceCarry.set(0);
        carry(journal.mark(MARK), journal.lastSequence(), rewriting);
      }
    } finally {
      carrying.unlock();
    }
  }

  /**
   * What is registered while this runs is either written again, or was appended after {@code upTo}
   * was read: an intent is known to who writes again before it is appended.
   */
  private void carry(JournalMark mark, long upTo, Rewriting rewriting) {
    mark.set(mark.sequence(), upTo);
    long free = Math.max(mark.sequence(), rewriting.writeAgain(upTo));
    if (forced) {
      journal.force();
    }
    journal.release(free);
    hopeless &= free == mark.sequence();
    mark.set(free, upTo);
  }

  /** Why nothing is kept any more. */
  Optional<Finding> failure() {
    return journal.failure();
  }

  @Override
  public void close() {
    closed = true;
    journal.close();
  }

  /** Writes again what is open. */
  @FunctionalInterface
  interface Rewriting {
    /**
     * Writes every open intent again that was last written whole at or before a sequence.
     *
     * @return up to where nothing is needed now: {@code upTo}, or less if one could not be written
     */
    long writeAgain(long upTo);
  }

  static Finding unreadable(IOException failure) {
    return new Finding(
        "durable-journal-unreadable",
        Finding.Severity.ERROR,
        "The journal of durable cleanups could not be read: " + failure,
        "Look at the folder's disk and permissions; what an earlier process left open was not run.");
  }

  private static Finding damaged(JournalGap gap) {
    return new Finding(
        "durable-journal-damaged",
        Finding.Severity.ERROR,
        gap.segment()
            + " is damaged at offset "
            + gap.offset()
            + ", for "
            + gap.bytes()
            + " bytes.",
        "An intent may have been there; keep a copy of the file and look for what was left behind.");
  }

  private static Finding unknown(JournalRecord record) {
    return new Finding(
        "durable-record-unknown",
        Finding.Severity.ERROR,
        "Record "
            + record.sequence()
            + " of type "
            + record.type()
            + " is none of "
            + IntentCodec.CONTENT,
        "It was written by a newer version; go back to that version, which knows what it is.");
  }
}
