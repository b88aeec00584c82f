package dev.lastcall.recorder;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record while it is encoded: numbers as LEB128, texts as UTF-8 with their length before them.
 *
 * <p>Writing allocates nothing and never throws for lack of room: what does not fit any more is
 * left out, and {@link #isFull} says so. Confined to one thread at a time.
 */
final class RecordBuffer {
  /** The longest text that is kept, in bytes; the rest is cut. */
  static final int LONGEST_TEXT = 1_000;

  /** A place that {@link #fill} writes to: a count below 65536. */
  private static final int SLOT_BYTES = 2;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final byte[] bytes;
  private int length;
  private boolean full;

  RecordBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  RecordBuffer clear() {
    length = 0;
    full = false;
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** {@return how many bytes fit yet} */
  int room() {
    return full ? 0 : bytes.length - length;
  }

  /** Tells whether something was left out since the last {@link #clear} or {@link #backTo}. */
  boolean isFull() {
    return full;
  }

  /** Takes back what was written behind a {@link #length} of before. */
  void backTo(int mark) {
    length = mark;
    full = false;
  }

  RecordBuffer octet(int value) {
    if (has(1)) {
      bytes[length++] = (byte) value;
    }
    return this;
  }

  /** Writes an enum constant by its position, which the tests pin. */
  @SuppressWarnings("EnumOrdinal") // Names would be half of a large plan's record.
  RecordBuffer word(@Nullable Enum<?> constant) {
    return octet(constant == null ? 0 : constant.ordinal());
  }

  /** Writes a number; one below zero takes ten bytes. */
  RecordBuffer number(long value) {
    if (!has(bytesOf(value))) {
      return this;
    }
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
    return this;
  }

  private static int bytesOf(long value) {
    return value == 0 ? 1 : (70 - Long.numberOfLeadingZeros(value)) / 7;
  }

  /** Writes a duration in nanoseconds; none is zero. */
  RecordBuffer time(@Nullable Duration duration) {
    if (duration == null || duration.isNegative()) {
      return number(0);
    }
    long seconds = Math.min(duration.getSeconds(), Long.MAX_VALUE / NANOS_PER_SECOND - 1);
    return number(seconds * NANOS_PER_SECOND + duration.getNano());
  }

  RecordBuffer moment(Instant moment) {
    return number(moment.getEpochSecond()).number(moment.getNano());
  }

  /** Keeps room for a count that is not known yet, and returns its place. */
  int slot() {
    int place = length;
    octet(0).octet(0);
    return place;
  }

  /** Writes the count at its place, unless that was left out too. */
  void fill(int place, int count) {
    if (place + SLOT_BYTES <= length) {
      bytes[place] = (byte) (count >>> 8);
      bytes[place + 1] = (byte) count;
    }
  }

  /** Writes a text, cut to {@value #LONGEST_TEXT} bytes; none is an empty one. */
  RecordBuffer text(@Nullable String text) {
    int begin = length;
    octet(0).octet(0);
    int first = length;
    int units = text == null ? 0 : text.length();
    int last = Math.min(bytes.length, first + LONGEST_TEXT);
    for (int at = 0; text != null && at < units; at++) {
      int codePoint = text.codePointAt(at);
      int needed = bytesOfCodePoint(codePoint);
      if (length + needed > last) {
        full |= last == bytes.length;
        break;
      }
      codePoint(codePoint, needed);
      at += needed == 4 ? 1 : 0;
    }
    fill(begin, length - first);
    return this;
  }

  private static int bytesOfCodePoint(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }

  /** Half of a surrogate pair has no UTF-8 form and becomes a question mark in three bytes. */
  private void codePoint(int codePoint, int needed) {
    int given = codePoint >= 0xD800 && codePoint <= 0xDFFF ? 0xFFFD : codePoint;
    switch (needed) {
      case 1 -> bytes[length++] = (byte) given;
      case 2 -> {
        bytes[length++] = (byte) (0xC0 | (given >> 6));
        tail(given, 0);
      }
      case 3 -> {
        bytes[length++] = (byte) (0xE0 | (given >> 12));
        tail(given, 6);
        tail(given, 0);
      }
      default -> {
        bytes[length++] = (byte) (0xF0 | (given >> 18));
        tail(given, 12);
        tail(given, 6);
        tail(given, 0);
      }
    }
  }

  private void tail(int codePoint, int shift) {
    bytes[length++] = (byte) (0x80 | ((codePoint >> shift) & 0x3F));
  }

  /** Writes bytes as they are. */
  RecordBuffer raw(byte[] source, int offset, int count) {
    if (has(count)) {
      System.arraycopy(source, offset, bytes, length, count);
      length += count;
    }
    return this;
  }

  private boolean has(int more) {
    full |= length + more > bytes.length;
    return !full;
  }
}
