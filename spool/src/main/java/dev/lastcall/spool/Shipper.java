package dev.lastcall.spool;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.journal.Journal;
import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalGap;
import dev.lastcall.journal.JournalMark;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries a journal's records to a sink, on a thread of its own.
 *
 * <p>What is written by that thread alone is plain; what others read is volatile. It ends by {@link
 * #end} only: whatever the sink throws is a delivery that is tried again.
 */
final class Shipper implements Runnable {
  private static final int MOST_BYTES_PER_FLUSH = 256 * 1024;
  private static final long LOOK_NANOS = 200_000;

  private final Journal journal;
  private final SpoolSink sink;
  private final Consumer<Finding> receiver;
  private final long inherited;
  private final LongAdder dropped = new LongAdder();
  private final ShipperSleep sleep = new ShipperSleep();

  private @Nullable JournalReader reader;
  private @Nullable JournalMark mark;
  private @Nullable JournalRecord held;
  private long handed;
  private boolean unflushed;

  private volatile @Nullable Thread thread;
  private volatile @Nullable Throwable trouble;
  private volatile long delivered;
  private volatile boolean ending;
  private volatile boolean ended;

  Shipper(Journal journal, SpoolSink sink, Consumer<Finding> receiver) {
    this.journal = journal;
    this.sink = sink;
    this.receiver = receiver;
    inherited = journal.lastSequence();
  }

  void runOn(Thread started) {
    thread = started;
  }

  boolean isCurrentThread() {
    return Thread.currentThread() == thread;
  }

  long delivered() {
    return delivered;
  }

  long dropped() {
    return dropped.sum();
  }

  /** What keeps the sink from taking more, in words. */
  String trouble() {
    Throwable last = trouble;
    return last == null ? "the sink has not taken them yet" : "the sink failed last with " + last;
  }

  /** Says that a record is there; costs a read unless the thread is fast asleep. */
  void wake() {
    sleep.wake(thread);
  }

  /** Waits until everything up to a record is delivered. */
  boolean await(long sequence, Deadline deadline) {
    while (delivered < sequence && !ended && !deadline.isExpired()) {
      sleep.urge(thread);
      LockSupport.parkNanos(this, Math.min(LOOK_NANOS, deadline.remainingNanos()));
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        return delivered >= sequence;
      }
    }
    return delivered >= sequence;
  }

  /** Ends the thread; one that does not come back from its sink in time is left behind. */
  void end(Deadline deadline) {
    ending = true;
    boolean interrupted = false;
    while (!ended && !isCurrentThread() && !deadline.isExpired()) {
      sleep.urge(thread);
      LockSupport.parkNanos(this, Math.min(LOOK_NANOS, deadline.remainingNanos()));
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    while (!ending) {
      try {
        if (canShip() && shipped(opened())) {
          sleep.over();
        } else {
          sleep.idle(() -> !ending && journal.lastSequence() <= handed);
        }
        worked();
      } catch (Throwable thrown) {
        failed(thrown);
        sleep.afterFailure(() -> !ending);
      }
    }
    close();
  }

  /** A journal that could not be opened holds nothing to ship; what it says is told already. */
  private boolean canShip() {
    return reader != null || journal.failure().isEmpty();
  }

  private JournalReader opened() throws IOException {
    JournalReader open = reader;
    if (open == null) {
      JournalMark marked = journal.mark(Spool.DELIVERED);
      long known = marked.sequence();
      long has = Math.max(known, sink.resume(known, Math.max(known, inherited), journal::mark));
      open = journal.reader().from(has + 1);
      mark = marked;
      reader = open;
      handed = has;
      delivered = has;
    }
    return open;
  }

  /** Delivers and flushes what there is, a batch at most; false if there was nothing. */
  private boolean shipped(JournalReader from) throws IOException {
    if (unflushed) {
      settle();
    }
    int bytes = 0;
    int most = sink.mostPerFlush();
    for (int count = 0; count < most && bytes < MOST_BYTES_PER_FLUSH && !ending; count++) {
      JournalRecord record = next(from);
      if (record == null) {
        break;
      }
      held = record;
      sink.deliver(record);
      held = null;
      handed = record.sequence();
      unflushed = true;
      bytes += record.payload().remaining();
    }
    boolean any = handed > delivered;
    if (any) {
      settle();
    }
    return any;
  }

  private void settle() throws IOException {
    if (unflushed) {
      sink.flush();
      unflushed = false;
    }
    if (mark != null) {
      mark.set(handed, 0);
    }
    journal.release(handed);
    delivered = handed;
  }

  /** The record that was refused before, or the next one. */
  private @Nullable JournalRecord next(JournalReader from) throws IOException {
    if (held != null || journal.lastSequence() <= handed) {
      return held;
    }
    JournalEntry entry = from.next();
    while (entry instanceof JournalGap gap) {
      passed(gap);
      entry = from.next();
    }
    return (JournalRecord) entry;
  }

  private void passed(JournalGap gap) {
    handed += gap.missing();
    switch (gap.kind()) {
      case OVERTAKEN -> dropped.add(gap.missing());
      case DAMAGED ->
          receiver.accept(SpoolFindings.damaged(gap.segment(), gap.offset(), gap.bytes()));
      case UNFINISHED -> {}
    }
  }

  private void failed(Throwable thrown) {
    if (trouble == null) {
      receiver.accept(
          SpoolFindings.failing(thrown, Math.max(0, journal.lastSequence() - delivered)));
    }
    trouble = thrown;
  }

  private void worked() {
    if (trouble != null) {
      trouble = null;
      receiver.accept(SpoolFindings.works());
    }
  }

  private void close() {
    try {
      sink.close();
    } catch (IOException | RuntimeException | LinkageError thrown) {
      failed(thrown);
    }
    try {
      if (reader != null) {
        reader.close();
      }
    } finally {
      ended = true;
    }
  }
}
