package dev.lastcall.spool;

import dev.lastcall.journal.JournalMark;
import dev.lastcall.journal.JournalRecord;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Function;

/**
 * Where a spool delivers its records, such as a file.
 *
 * <p>All methods are called on the spool's own thread, one at a time; they may wait and may throw,
 * and are then called again later, in the same order. Nobody waits for them meanwhile but a {@link
 * Spool#flush}.
 *
 * <p>How often a record arrives is up to the sink. One that can tell what it has ({@link #resume}
 * returns it) gets each record exactly once, whatever was killed when. One that cannot gets, after
 * a crash, the records again that came after the last {@link #flush}: at least once, with {@link
 * JournalRecord#sequence} to tell which it has seen.
 */
public interface SpoolSink extends Closeable {
  /**
   * Says where to go on; called before the first record, also if there is none.
   *
   * @param delivered the last record that the spool knows to be delivered, 0 if there is none
   * @param last the last record of earlier processes, {@code delivered} if nothing of theirs is
   *     left; what comes behind it has never been delivered before
   * @param marks numbers of the sink's own beside the journal, by name, which outlive the process;
   *     the name {@value Spool#DELIVERED} is the spool's
   * @return the last record that the sink knows to have; {@code delivered} if it keeps no account
   * @throws IOException if it cannot be told yet; asked again later
   */
  long resume(long delivered, long last, Function<String, JournalMark> marks) throws IOException;

  /**
   * Takes the next record; it may hold it back until {@link #flush}.
   *
   * @param record with a higher sequence than the one before
   * @throws IOException if it could not take it; the same record is delivered again later
   */
  void deliver(JournalRecord record) throws IOException;

  /**
   * Brings what was delivered to where a killed process does not take it back; after it the records
   * are given up by the journal.
   *
   * @throws IOException if it could not; called again later, without another {@code deliver}
   */
  void flush() throws IOException;

  /**
   * Says how many records may be delivered between two flushes: as many arrive twice, at worst, if
   * the process is killed and the sink keeps no account.
   *
   * @return 1 or more; 1 unless overridden
   */
  default int mostPerFlush() {
    return 1;
  }

  /**
   * Ends the sink, after the last record.
   *
   * @throws IOException if it could not; reported, and that is all
   */
  @Override
  void close() throws IOException;
}
