package dev.lastcall.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment as anybody reads it.
 *
 * <p>It is read and not mapped, so that a file that is cut short meanwhile is an error and not the
 * end of the process; and not through a channel, which an interrupt of the reading thread would
 * close. Not thread-safe.
 */
final class SegmentFile implements AutoCloseable {
  private static final int WINDOW = 256 * 1024;

  private final Path path;
  private final RandomAccessFile file;
  private final @Nullable SegmentHeader header;
  private final boolean firstCopyIsSound;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowAt;
  private long readAhead;
  private boolean overtaken;

  private SegmentFile(Path path, RandomAccessFile file) throws IOException {
    this.path = path;
    this.file = file;
    SegmentHeader firstCopy = headerAt(0);
    firstCopyIsSound = firstCopy != null;
    header = firstCopyIsSound ? firstCopy : headerAt(JournalLayout.HEADER_BYTES);
    if (header != null && header.version() != JournalLayout.VERSION) {
      throw new IOException(
          path + ": a journal of version " + header.version() + ", not " + JournalLayout.VERSION);
    }
  }

  static SegmentFile open(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    try {
      return new SegmentFile(path, file);
    } catch (IOException | RuntimeException failure) {
      try {
        file.close();
      } catch (IOException open) {
        failure.addSuppressed(open);
      }
      throw failure;
    }
  }

  /** Null if it is not there, or is used again under another name. */
  static @Nullable SegmentFile openIfThere(Path path) throws IOException {
    SegmentFile file;
    try {
      file = open(path);
    } catch (IOException failure) {
      if (Files.exists(path)) {
        throw failure;
      }
      return null;
    }
    if (!file.isWhatItsNameSays() && !Files.exists(path)) {
      file.close();
      return null;
    }
    return file;
  }

  /** The header of the newest segment that has a sound one; null if none has. */
  static @Nullable SegmentHeader newestHeader(Path folder) throws IOException {
    List<Path> paths = JournalFolder.segments(folder);
    Collections.reverse(paths);
    for (Path path : paths) {
      try (SegmentFile candidate = openIfThere(path)) {
        if (candidate != null && candidate.header() != null) {
          return candidate.header();
        }
      }
    }
    return null;
  }

  private boolean isWhatItsNameSays() {
    return header != null && header.index() == JournalFolder.indexOf(path);
  }

  Path path() {
    return path;
  }

  /** What stands at its start; null if both copies are damaged. */
  @Nullable SegmentHeader header() {
    return header;
  }

  boolean firstCopyIsSound() {
    return firstCopyIsSound;
  }

  /** The sequence of the first record, 0 if the segment is not in use, -1 if that is damaged. */
  long firstSequence() throws IOException {
    long position = position();
    ByteBuffer both = read(JournalLayout.FIRST_SEQUENCE, 2 * Long.BYTES);
    long first = both.getLong(0);
    long check = both.getLong(Long.BYTES);
    // The owner writes the complement first, and claims nothing before the sequence is there.
    boolean isUnused =
        first == 0 && (check == 0 || JournalLayout.endOf(position) == JournalLayout.FRAMES);
    if (isUnused && size() >= JournalLayout.FRAMES) {
      return 0;
    }
    return first > 0 && first == ~check ? first : -1;
  }

  long position() throws IOException {
    return read(JournalLayout.POSITION, Long.BYTES).getLong(0);
  }

  boolean isClosed() throws IOException {
    return read(JournalLayout.CLOSED, Long.BYTES).getLong(0) == 1;
  }

  long size() throws IOException {
    return file.length();
  }

  /** Whether the file was used again while it was read. */
  boolean isOvertaken() {
    return overtaken;
  }

  /** Says up to where it is worth reading ahead. */
  void readAheadTo(long end) {
    readAhead = end;
  }

  /** Makes the next word come from the file and not from the window. */
  void forgetWindow() {
    window.limit(0);
  }

  /** The word of the frame at an offset as it is now; 0 behind the end of the file. */
  long wordNow(long at) throws IOException {
    return read(at, Long.BYTES).getLong(0);
  }

  /** The word of the frame at an offset, from the window; 0 behind the end of the file. */
  long word(long at) throws IOException {
    return load(at, Long.BYTES) ? window.getLong((int) (at - windowAt)) : 0;
  }

  /** The bytes at an offset, from the window; null if the file ends before. */
  @Nullable ByteBuffer frame(long at, int bytes) throws IOException {
    if (!load(at, bytes)) {
      return null;
    }
    return window.slice((int) (at - windowAt), bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private boolean load(long at, int bytes) throws IOException {
    if (at >= windowAt && at + bytes <= windowAt + window.limit()) {
      return true;
    }
    if (window.capacity() < Math.max(bytes, WINDOW)) {
      window = ByteBuffer.allocate(Math.max(bytes, WINDOW)).order(ByteOrder.LITTLE_ENDIAN);
    }
    int useful = (int) Math.min(window.capacity(), Math.max(bytes, readAhead - at));
    windowAt = at;
    window.limit(fill(window.array(), useful, at));
    overtaken = overtaken || !isUnchanged();
    if (overtaken) {
      forgetWindow();
    }
    return window.limit() >= bytes;
  }

  /** Whether its header is the one that it was opened with. */
  boolean isUnchanged() throws IOException {
    SegmentHeader now = headerAt(0);
    now = now != null ? now : headerAt(JournalLayout.HEADER_BYTES);
    return header != null && now != null && header.isOfTheSameUseAs(now);
  }

  private @Nullable SegmentHeader headerAt(int at) throws IOException {
    return SegmentHeader.parse(read(at, JournalLayout.HEADER_BYTES).array());
  }

  /** Reads a few bytes; zeros behind the end of the file. */
  private ByteBuffer read(long at, int bytes) throws IOException {
    byte[] target = new byte[bytes];
    fill(target, bytes, at);
    return ByteBuffer.wrap(target).order(ByteOrder.LITTLE_ENDIAN);
  }

  private int fill(byte[] target, int bytes, long at) throws IOException {
    file.seek(at);
    int count = 0;
    while (count < bytes) {
      int more = file.read(target, count, bytes - count);
      if (more < 0) {
        break;
      }
      count += more;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
