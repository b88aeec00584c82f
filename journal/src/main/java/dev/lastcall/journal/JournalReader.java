package dev.lastcall.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journal of a live or a dead process, from any process, without disturbing its writer.
 *
 * <p>Not thread-safe.
 */
public final class JournalReader implements AutoCloseable {
  private JournalReader() {}

  /**
   * Opens a journal for reading, in front of its oldest record.
   *
   * @param directory the journal's folder
   * @return the reader
   * @throws IOException if it cannot be read, or is not a journal of a version known here
   */
  public static JournalReader open(Path directory) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Goes on in front of a record, without reading what lies before it.
   *
   * @param sequence of the record; the next one kept if it is not there any more
   * @return this reader
   * @throws IOException if the journal cannot be read
   */
  public JournalReader from(long sequence) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads the next record or gap.
   *
   * @return null if there is nothing more for now; while a writer lives there may be later. A
   *     claimed record that is not published is waited for while its owner lives, and a gap once it
   *     is dead
   * @throws IOException if the journal cannot be read
   */
  public @Nullable JournalEntry next() throws IOException {
    throw new UnsupportedOperationException();
  }

  /** {@return what the journal holds, as its writer named it} */
  public String content() {
    throw new UnsupportedOperationException();
  }

  /** {@return the process that owns the journal now, empty if none does} */
  public Optional<JournalOwner> liveOwner() {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a mark.
   *
   * @param name as the writer named it
   * @return its sequence, 0 if it was never set
   * @throws IOException if it cannot be read
   */
  public long mark(String name) throws IOException {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
