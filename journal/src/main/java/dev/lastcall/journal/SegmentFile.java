package dev.lastcall.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A segment as anybody reads it: by reading the file, not by mapping it, so that a file that is cut
 * short meanwhile is an error and not the end of the process.
 *
 * <p>Not thread-safe.
 */
final class SegmentFile implements AutoCloseable {
  private static final int WINDOW = 256 * 1024;

  private final Path path;
  private final FileChannel channel;
  private final @Nullable SegmentHeader header;
  private final boolean firstCopyIsSound;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowAt;
  private long readAhead;
  private boolean overtaken;

  private SegmentFile(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    SegmentHeader firstCopy = SegmentHeader.parse(read(0, JournalLayout.HEADER_BYTES).array());
    firstCopyIsSound = firstCopy != null;
    header =
        firstCopyIsSound
            ? firstCopy
            : SegmentHeader.parse(
                read(JournalLayout.HEADER_BYTES, JournalLayout.HEADER_BYTES).array());
    if (header != null && header.version() != JournalLayout.VERSION) {
      throw new IOException(
          path + ": journal of version " + header.version() + ", not " + JournalLayout.VERSION);
    }
  }

  static SegmentFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.READ));
    try {
      return new SegmentFile(path, channel);
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
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
    ByteBuffer both = read(JournalLayout.FIRST_SEQUENCE, 2 * Long.BYTES);
    long first = both.getLong(0);
    long check = both.getLong(Long.BYTES);
    if (first == 0 && check == 0) {
      return 0;
    }
    if (first > 0 && first == ~check) {
      return first;
    }
    // The owner writes the check first.
    return first == 0 && ~check > 0 && check != 0 && isFresh() ? 0 : -1;
  }

  private boolean isFresh() throws IOException {
    return position() == JournalLayout.startPosition();
  }

  long position() throws IOException {
    return read(JournalLayout.POSITION, Long.BYTES).getLong(0);
  }

  boolean isClosed() throws IOException {
    return read(JournalLayout.CLOSED, Long.BYTES).getLong(0) == 1;
  }

  long size() throws IOException {
    return channel.size();
  }

  /** Whether the file still is what it was when it was opened, and was not used again. */
  boolean isUnchanged() throws IOException {
    SegmentHeader now = SegmentHeader.parse(read(0, JournalLayout.HEADER_BYTES).array());
    if (now == null) {
      now =
          SegmentHeader.parse(read(JournalLayout.HEADER_BYTES, JournalLayout.HEADER_BYTES).array());
    }
    return header != null && header.equals(now);
  }

  /** The word of the frame at an offset as it is now; 0 behind the end of the file. */
  long wordNow(long at) throws IOException {
    return read(at, Long.BYTES).getLong(0);
  }

  /** Says up to where it is worth reading ahead. */
  void readAheadTo(long end) {
    readAhead = end;
  }

  /** Whether the file was used again while it was read. */
  boolean isOvertaken() {
    return overtaken;
  }

  /** The word of the frame at an offset, from the window; 0 behind the end of the file. */
  long word(long at) throws IOException {
    return load(at, Long.BYTES) ? window.getLong((int) (at - windowAt)) : 0;
  }

  /** Makes the next word come from the file and not from the window. */
  void forgetWindow() {
    window.limit(0);
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
    long useful = Math.max(bytes, readAhead - at);
    window.clear().limit((int) Math.min(window.capacity(), useful));
    windowAt = at;
    fill(window, at);
    overtaken = overtaken || !isUnchanged();
    return window.limit() >= bytes && !overtaken;
  }

  /** Reads a few bytes; zeros behind the end of the file. */
  private ByteBuffer read(long at, int bytes) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    fill(target, at);
    return target.limit(bytes);
  }

  private void fill(ByteBuffer target, long at) throws IOException {
    long from = at;
    while (target.hasRemaining()) {
      int count = channel.read(target, from);
      if (count < 0) {
        break;
      }
      from += count;
    }
    target.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
