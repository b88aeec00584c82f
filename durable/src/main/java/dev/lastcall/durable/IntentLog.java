package dev.lastcall.durable;

import dev.lastcall.api.Finding;
import dev.lastcall.journal.Journal;
import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalGap;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The journal of the intents. What is released is released only after every open intent has been
 * written again behind it, so there is no moment in which a kill loses one; written twice it is
 * still one, by its key. Thread-safe.
 */
final class IntentLog implements AutoCloseable {
  /** More than a record has beside its payload in the journal. */
  private static final int RECORD_OVERHEAD = 64;

  /** What an open intent takes up beside its payload; more than usual, less than the most. */
  private static final long OPEN_OVERHEAD = 576;

  /** Carried forward is after a quarter of the capacity, so that three quarters are the most. */
  private static final int CARRIES_IN_CAPACITY = 4;

  private final Journal journal;
  private final DurableFindings findings;
  private final long carryAfterBytes;
  private final boolean forced;
  private final AtomicLong bytesSinceCarry = new AtomicLong();
  private final ReentrantLock carrying = new ReentrantLock();

  IntentLog(Journal journal, long capacityBytes, boolean forced, DurableFindings findings) {
    this.journal = journal;
    this.findings = findings;
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
        read(entry, fold, findings).ifPresent(size -> bytesSinceCarry.addAndGet(size));
      }
    } catch (IOException unreadable) {
      findings.add(unreadable(unreadable));
    }
    return fold;
  }

  /** Adds what an entry says; returns the size of a record, empty for a gap. */
  static Optional<Integer> read(JournalEntry entry, IntentFold fold, DurableFindings findings) {
    if (entry instanceof JournalRecord record) {
      IntentCodec.decode(record.type(), record.payload())
          .ifPresentOrElse(fold::add, () -> findings.addOnce("unknown", unknown(record)));
      return Optional.of(record.payload().remaining() + RECORD_OVERHEAD);
    }
    JournalGap gap = (JournalGap) entry;
    if (gap.kind() == JournalGap.Kind.DAMAGED) {
      findings.add(damaged(gap));
    }
    return Optional.empty();
  }

  /** Whether the record outlives the process. */
  boolean append(IntentRecord record) {
    byte[] bytes = IntentCodec.encode(record);
    bytesSinceCarry.addAndGet(bytes.length + RECORD_OVERHEAD);
    return journal.append(IntentCodec.typeOf(record), bytes) != Journal.NOT_KEPT;
  }

  /** What an intent takes up as long as it is open. */
  static long sizeOf(Intent intent) {
    return OPEN_OVERHEAD + intent.payload().size();
  }

  /** The most that open intents may take up together. */
  long mostOpenBytes() {
    return carryAfterBytes;
  }

  /**
   * Writes every open intent again and releases what lies before, if that is due. One thread does
   * it; the others go on, and wait for it only when they have overtaken it by as much again.
   *
   * @param writeAll writes every intent that is open now; false if one could not be
   */
  void carryIfDue(BooleanSupplier writeAll) {
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
        carry(writeAll);
      }
    } finally {
      carrying.unlock();
    }
  }

  /**
   * What is registered while this runs is either written again, or was appended after the sequence
   * was read: an intent is known to who writes all before it is appended.
   */
  private void carry(BooleanSupplier writeAll) {
    long upTo = journal.lastSequence();
    bytesSinceCarry.set(0);
    if (!writeAll.getAsBoolean()) {
      return; // the journal has given up, and said so; what is there stays
    }
    if (forced) {
      journal.force();
    }
    journal.release(upTo);
  }

  /** Why nothing is kept any more. */
  Optional<Finding> failure() {
    return journal.failure();
  }

  @Override
  public void close() {
    journal.close();
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
