package dev.lastcall.recorder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A record while it is read back; the mirror of {@link RecordBuffer}.
 *
 * <p>What is not there throws {@link java.nio.BufferUnderflowException} or {@link
 * IllegalArgumentException}, which the reader takes as one unreadable record. Confined to one
 * thread.
 *
 * @param bytes the payload
 */
record RecordInput(ByteBuffer bytes) {
  int octet() {
    return bytes.get() & 0xFF;
  }

  <E extends Enum<E>> E word(Class<E> words) {
    int position = octet();
    E[] constants = words.getEnumConstants();
    if (position >= constants.length) {
      throw new IllegalArgumentException(words.getSimpleName() + " " + position);
    }
    return constants[position];
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int octet = octet();
      value |= (long) (octet & 0x7F) << shift;
      if (octet < 0x80) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }

  int smallNumber() {
    return Math.toIntExact(number());
  }

  Duration time() {
    return Duration.ofNanos(number());
  }

  Instant moment() {
    return Instant.ofEpochSecond(number(), number());
  }

  int count() {
    return (octet() << 8) | octet();
  }

  String text() {
    int length = count();
    if (length > bytes.remaining()) {
      throw new IllegalArgumentException("a text of " + length + " bytes");
    }
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** Reads as many as the count before them says. */
  <T> List<T> list(Supplier<T> one) {
    int count = count();
    List<T> all = new ArrayList<>(Math.min(count, bytes.remaining()));
    for (int i = 0; i < count; i++) {
      all.add(one.get());
    }
    return all;
  }

  /** What is left, as it is. */
  byte[] rest() {
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return rest;
  }
}
