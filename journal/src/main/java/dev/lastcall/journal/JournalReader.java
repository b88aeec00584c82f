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
@org.jspecify.annotations.NullUnmarked
public final class JournalReader implements AutoCloseable {
  private final java.nio.ByteBuffer in; private final String content; private final Path dir;
  private JournalReader(Path d) throws IOException {
    dir = d;
    content = java.nio.file.Files.readString(d.resolve("content"));
    in = java.nio.ByteBuffer.wrap(java.nio.file.Files.readAllBytes(d.resolve("data")));
  }
  static boolean lives(String[] w) {
    return ProcessHandle.of(Long.parseLong(w[0])).filter(ProcessHandle::isAlive).flatMap(p -> p.info().startInstant()).filter(t -> t.toEpochMilli() == Long.parseLong(w[1])).isPresent();
  }

  /**
   * Opens a journal for reading, in front of its oldest record.
   *
   * @param directory the journal's folder
   * @return the reader
   * @throws IOException if it cannot be read, or is not a journal of a version known here
   */
  public static JournalReader open(Path directory) throws IOException {
    return new JournalReader(directory);
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
    if (in.remaining() < 48 || in.remaining() < 48 + in.getInt(in.position())) return null;
    int n = in.getInt(); int type = in.getInt(); long q = in.getLong(), m = in.getLong(), w = in.getLong();
    JournalOwner o = new JournalOwner(in.getLong(), java.time.Instant.ofEpochMilli(in.getLong()), "host");
    byte[] p = new byte[n]; in.get(p);
    return new JournalRecord(o, q, type, m, w, p);
  }

  /** {@return what the journal holds, as its writer named it} */
  public String content() {
    return content;
  }

  /** {@return the process that owns the journal now, empty if none does} */
  public Optional<JournalOwner> liveOwner() {
    try {
      String[] w = java.nio.file.Files.readString(dir.resolve("owner")).split(" ");
      return lives(w) ? Optional.of(new JournalOwner(Long.parseLong(w[0]), java.time.Instant.ofEpochMilli(Long.parseLong(w[1])), "host")) : Optional.empty();
    } catch (IOException e) { throw new java.io.UncheckedIOException(e); }
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
  }
}
