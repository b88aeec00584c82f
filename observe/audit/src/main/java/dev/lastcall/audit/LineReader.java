package dev.lastcall.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Reads the lines of one file, plain or gzipped, in place. Confined to one thread.
 *
 * <p>A line stays where it is until the next one is read.
 */
final class LineReader implements AutoCloseable {
  /** A line longer than this is none of ours. */
  static final int LONGEST = 16 << 20;

  private static final int FIRST_BYTES = 64 << 10;

  private final InputStream input;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int from;
  private int to;
  private int limit;
  private boolean ended;
  private boolean complete;
  private long number;
  private long offset;
  private long next;

  private LineReader(InputStream input, long offset) {
    this.input = input;
    this.next = offset;
  }

  static LineReader open(Path file) throws IOException {
    InputStream plain = Files.newInputStream(file);
    if (!file.toString().endsWith(".gz")) {
      return new LineReader(plain, 0);
    }
    try {
      return new LineReader(new GZIPInputStream(plain, FIRST_BYTES), 0);
    } catch (IOException notZipped) {
      plain.close();
      throw notZipped;
    }
  }

  /** Goes on at an offset, behind the first line break there; for plain files only. */
  static LineReader behind(Path file, long offset) throws IOException {
    LineReader reader = open(file);
    reader.input.skipNBytes(offset);
    reader.next = offset;
    if (offset > 0) {
      reader.next();
    }
    return reader;
  }

  /** Reads the next line; false if there is none. */
  boolean next() throws IOException {
    from = complete ? to + 1 : to;
    offset = next;
    int search = from;
    while (true) {
      for (int index = search; index < limit; index++) {
        if (bytes[index] == '\n') {
          return found(index, true);
        }
      }
      search = limit - from;
      if (ended || limit - from > LONGEST || !fill()) {
        return limit > from && found(limit, false);
      }
      search += from;
    }
  }

  private boolean found(int end, boolean isComplete) {
    to = end;
    complete = isComplete;
    next = offset + end - from + (isComplete ? 1 : 0);
    number++;
    return true;
  }

  private boolean fill() throws IOException {
    int kept = limit - from;
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, kept);
    }
    from = 0;
    limit = kept;
    if (kept == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * kept);
    }
    int read = input.read(bytes, kept, bytes.length - kept);
    ended = read < 0;
    limit += Math.max(0, read);
    return !ended;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  /** {@return the end of the line, without its line break} */
  int to() {
    return to;
  }

  /** {@return whether a line break ends it} */
  boolean isComplete() {
    return complete;
  }

  /** {@return its number in the file, from 1} */
  long number() {
    return number;
  }

  /** {@return where it begins, in bytes; of a gzipped file in what is unpacked} */
  long offset() {
    return offset;
  }

  /** {@return where the next one begins} */
  long nextOffset() {
    return next;
  }

  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
