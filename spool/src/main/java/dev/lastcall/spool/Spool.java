package dev.lastcall.spool;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.journal.Journal;
import dev.lastcall.journal.WhenFull;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A journal whose records are delivered to a sink, in order, by a thread of its own.
 *
 * <pre>{@code
 * Spool spool = Spool.in(folder, "orders/1", FileSink.to(file)).open();
 * spool.offer(ACCEPTED, bytes, 0, bytes.length);     // a memory copy; outlives the process
 * lastcall.flushLast("orders", spool);
 * }</pre>
 *
 * <p>{@link #offer} never waits for the sink. While the sink fails, blocks or is slow, records wait
 * in the journal, up to its capacity; a failed delivery is tried again after 100 ms, then after
 * twice as long each time, up to 10 s. What a process leaves undelivered, however it ended, is
 * delivered first by the next that opens the folder. How often a record arrives: {@link SpoolSink}.
 *
 * <p>Thread-safe. Records of several threads are delivered in the order in which the journal
 * numbered them; those of one thread in the order of its offers.
 */
public final class Spool implements FlushTarget, AutoCloseable {
  /** The name of the journal's mark up to which its records are delivered. */
  public static final String DELIVERED = "delivered";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Journal journal;
  private final Shipper shipper;
  private final Consumer<Finding> receiver;
  private final LongAdder refused = new LongAdder();
  private final AtomicBoolean refusalTold = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Spool(Journal journal, Shipper shipper, Consumer<Finding> receiver) {
    this.journal = journal;
    this.shipper = shipper;
    this.receiver = receiver;
  }

  /**
   * Begins to describe a spool.
   *
   * @param folder the journal's folder, for it alone; made (0700) if it does not exist
   * @param content what the records hold, such as {@code log/1}; see {@link Journal#in}
   * @param sink where they go
   * @return the builder
   * @throws IllegalArgumentException if an argument is null or the content is not a name
   */
  public static Builder in(Path folder, String content, SpoolSink sink) {
    return new Builder(
        Arguments.given("folder", folder),
        Journal.in(folder, content),
        Arguments.given("sink", sink));
  }

  /**
   * Keeps a record and lets it be delivered.
   *
   * @param type what the caller calls it, 0 to 65535
   * @param bytes the array that holds it
   * @param offset where it begins
   * @param length how long it is
   * @return whether it is kept; if so it outlives the process. If not, the journal is full, has
   *     given up ({@link #failure}) or is closed
   * @throws IllegalArgumentException if the type is out of its range, or the record larger than
   *     {@link #largestRecord}
   */
  public boolean offer(int type, byte[] bytes, int offset, int length) {
    if (journal.append(type, bytes, offset, length) == Journal.NOT_KEPT) {
      refuse();
      return false;
    }
    shipper.wake();
    return true;
  }

  /** {@return the longest record that is accepted, in bytes} */
  public int largestRecord() {
    return journal.largestPayload();
  }

  /**
   * Waits until everything that was kept before is delivered and flushed.
   *
   * @param deadline how long to wait
   * @return whether it is; if not, it stays in the journal
   */
  public boolean awaitDelivery(Deadline deadline) {
    return shipper.await(journal.lastSequence(), Arguments.given("deadline", deadline));
  }

  /**
   * Waits until everything that was kept before is delivered: the spool as a flush target. It takes
   * no lock.
   *
   * @param deadline how long to wait
   * @throws IOException if it was not delivered in time, with the number of records that wait and
   *     what the sink threw last; they are not lost
   */
  @Override
  public void flush(Deadline deadline) throws IOException {
    if (!awaitDelivery(deadline)) {
      throw new IOException(
          waiting() + " records wait in the journal, not lost; " + shipper.trouble());
    }
  }

  /** {@return how many records are kept and not delivered yet, roughly} */
  public long waiting() {
    return Math.max(0, journal.lastSequence() - shipper.delivered());
  }

  /** {@return how many records were offered and not kept by this process} */
  public long refused() {
    return refused.sum();
  }

  /** {@return how many records were given up before they were delivered, to make room} */
  public long dropped() {
    return shipper.dropped();
  }

  /** {@return why nothing can be kept any more, empty while it can} */
  public Optional<Finding> failure() {
    return journal.failure();
  }

  /** {@return whether the calling thread is the one that delivers; what it offers may loop} */
  public boolean isDelivering() {
    return shipper.isCurrentThread();
  }

  /**
   * Delivers what is there, ends the thread and the sink, and gives the journal up to the next
   * owner. What could not be delivered by then stays in the journal. Closing twice does nothing.
   *
   * @param deadline how long to wait
   * @return whether everything was delivered
   */
  public boolean close(Deadline deadline) {
    Arguments.given("deadline", deadline);
    if (!closed.compareAndSet(false, true)) {
      return waiting() == 0;
    }
    boolean all = awaitDelivery(deadline);
    shipper.end(deadline);
    journal.close();
    if (refused() > 0 || dropped() > 0) {
      receiver.accept(SpoolFindings.lost(refused(), dropped()));
    }
    return all;
  }

  /** Closes with a deadline of 5 s. */
  @Override
  public void close() {
    close(Deadline.after(PATIENCE));
  }

  private void refuse() {
    refused.increment();
    if (!closed.get() && journal.failure().isEmpty() && refusalTold.compareAndSet(false, true)) {
      receiver.accept(SpoolFindings.full(waiting(), shipper.trouble()));
    }
  }

  /** Says what a spool is to be like. Not thread-safe; used once. */
  public static final class Builder {
    private static final int USUAL_SEGMENT = 16 << 20;
    private static final int SMALLEST_SEGMENT = 64 << 10;
    private static final int PAGE = 4096;

    private final Journal.Builder journal;
    private final SpoolSink sink;
    private @Nullable Consumer<Finding> receiver;
    private String name;
    private long capacity;
    private boolean hasSegmentBytes;

    private Builder(Path folder, Journal.Builder journal, SpoolSink sink) {
      this.journal = journal;
      this.sink = sink;
      Path last = folder.getFileName();
      name = last == null ? "spool" : last.toString();
    }

    /** Sets what its thread is called: {@code lc:spool-NAME}; the folder's name unless set. */
    public Builder named(String name) {
      this.name = Arguments.given("name", name);
      return this;
    }

    /**
     * Sets the size of a journal file; see {@link Journal.Builder#segmentBytes}. Unless set it is a
     * quarter of a small capacity.
     */
    public Builder segmentBytes(int bytes) {
      hasSegmentBytes = true;
      journal.segmentBytes(bytes);
      return this;
    }

    /** Sets how much may wait, in bytes; see {@link Journal.Builder#capacityBytes}. */
    public Builder capacityBytes(long bytes) {
      journal.capacityBytes(bytes);
      capacity = bytes;
      return this;
    }

    /** Sets what becomes of a record when as much waits; refused unless set. */
    public Builder whenFull(WhenFull choice) {
      journal.whenFull(choice);
      return this;
    }

    /** Sets how often to write to the storage device, against power loss; never unless set. */
    public Builder forceEvery(Duration interval) {
      journal.forceEvery(interval);
      return this;
    }

    /**
     * Sets who is told what a person should know, once each: the journal gave up, is full, holds
     * damaged records; the sink fails, works again. On any thread; nobody is told unless set.
     */
    public Builder onFinding(Consumer<Finding> receiver) {
      this.receiver = Arguments.given("receiver", receiver);
      return this;
    }

    /**
     * Opens the journal, begins to deliver what an earlier process left, and returns at once.
     *
     * @return the spool; {@link #failure} says if its journal could not be opened, and then nothing
     *     is kept
     */
    public Spool open() {
      Consumer<Finding> told = guarded(receiver);
      if (!hasSegmentBytes && capacity > 0) {
        long quarter = Math.max(SMALLEST_SEGMENT, capacity / 4);
        journal.segmentBytes((int) Math.min(USUAL_SEGMENT, quarter & -PAGE));
      }
      Journal opened = journal.onFailure(told).open();
      Shipper shipper = new Shipper(opened, sink, told);
      shipper.runOn(CleanupThreads.startDaemon("lc:spool-" + name, shipper));
      return new Spool(opened, shipper, told);
    }

    /** What a receiver throws must not end the thread that delivers. */
    private static Consumer<Finding> guarded(@Nullable Consumer<Finding> receiver) {
      if (receiver == null) {
        return finding -> {};
      }
      return finding -> {
        try {
          receiver.accept(finding);
        } catch (RuntimeException | LinkageError ignored) {
          // Nobody is left to be told.
        }
      };
    }
  }
}
