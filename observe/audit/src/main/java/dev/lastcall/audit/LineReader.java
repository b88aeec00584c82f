package dev.lastcall.audit;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOP_BITS = 0x8080808080808080L;
  private static final long LINE_BREAKS = '\n' * ONES;

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
      try {
        plain.close();
      } catch (IOException open) {
        notZipped.addSuppressed(open);
      }
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
      int index = lineBreak(search);
      if (index < limit) {
        return found(index, true);
      }
      search = limit - from;
      if (ended || limit - from > LONGEST || !fill()) {
        return limit > from && found(limit, false);
      }
      search += from;
    }
  }

  /**
   * Eight bytes at once: one of them is a line break if the subtraction borrows from its top bit.
   */
  private int lineBreak(int search) {
    int index = search;
    for (int last = limit - Long.BYTES; index <= last; index += Long.BYTES) {
      long differences = (long) EIGHT.get(bytes, index) ^ LINE_BREAKS;
      long zeros = (differences - ONES) & ~differences & TOP_BITS;
      if (zeros != 0) {
        return index + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
      }
    }
    while (index < limit && bytes[index] != '\n') {
      index++;
    }
    return index;
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
