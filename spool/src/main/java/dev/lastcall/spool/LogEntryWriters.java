package dev.lastcall.spool;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Lends writers of log entries to logging threads, so that neither a call nor a thread costs an
 * array, virtual threads included.
 *
 * <pre>{@code
 * LogEntryWriter entry = writers.borrow(spool);
 * entry.at(second, nano).level(20_000, "INFO").logger("orders").message(text);
 * boolean kept = writers.offer(entry, spool);
 * }</pre>
 *
 * <p>Thread-safe; it never waits.
 */
public final class LogEntryWriters {
  private static final int PLACES = 32;

  /** Places are that far apart, so that two of them do not share a cache line. */
  private static final int STRIDE = 16;

  private final AtomicReferenceArray<LogEntryWriter> places =
      new AtomicReferenceArray<>(PLACES * STRIDE);

  /** Makes a place to borrow from. */
  public LogEntryWriters() {}

  /**
   * Lends a writer with a new entry.
   *
   * @param spool where the entry is to go; says how long it may be
   * @return the writer, to be given back with {@link #offer}
   */
  public LogEntryWriter borrow(Spool spool) {
    LogEntryWriter writer = places.getAndSet(place(), null);
    if (writer == null) {
      writer = new LogEntryWriter();
    }
    writer.begin(spool.largestRecord());
    return writer;
  }

  /**
   * Ends an entry, offers it to a spool and takes the writer back.
   *
   * @param writer not to be used again
   * @param spool where the entry goes
   * @return whether it is kept
   */
  public boolean offer(LogEntryWriter writer, Spool spool) {
    writer.end();
    boolean kept = spool.offer(LogEntry.TYPE, writer.array(), 0, writer.length());
    places.lazySet(place(), writer);
    return kept;
  }

  private static int place() {
    return ((int) Thread.currentThread().getId() & PLACES - 1) * STRIDE;
  }
}
