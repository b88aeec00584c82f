package dev.lastcall.spool;

import dev.lastcall.journal.JournalRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One of the places that an {@link OutletSink} delivers to, such as a file or an appender of a
 * logging library.
 *
 * <p>Called on the spool's thread, one method at a time.
 */
public interface Outlet extends Closeable {
  /** {@return what tells it from the sink's other outlets, also after a restart} */
  String name();

  /**
   * Returns the file that {@link #write} appends to, for an outlet that is alone in doing so.
   *
   * @return the file as it is called now, null if there is none; then the outlet gets each record
   *     at least once
   */
  @Nullable Path file();

  /**
   * Returns what {@link #write} appends to the file for a record; asked only to find out, after a
   * crash or a failure, what the file holds already.
   *
   * @param record the record
   * @return the bytes, none if nothing is written for it
   * @throws IOException if it cannot be told
   */
  byte[] bytes(JournalRecord record) throws IOException;

  /**
   * Writes a record, or holds it back until {@link #flush}.
   *
   * @param record the record
   * @throws IOException if it may not be written; before the next try the file is looked at
   */
  void write(JournalRecord record) throws IOException;

  /**
   * Completes a record that the file holds in part.
   *
   * @param rest the bytes that are missing
   * @throws IOException if they may not be written
   */
  void complete(byte[] rest) throws IOException;

  /**
   * Brings out what is held back.
   *
   * @throws IOException if something since the last flush may not be written
   */
  void flush() throws IOException;
}
