package dev.lastcall.crashes;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a victim appends: which life of it, which thread, the how-manieth record of that thread, and
 * filling that follows from those, so that nothing can be taken for a record that was not written.
 *
 * @param life how often the victim had been killed before
 * @param thread which thread
 * @param count 1 for the thread's first record in this life, then one more each
 */
record Payload(int life, int thread, long count) {
  /** The longest, in bytes. */
  static final int LONGEST = 16 + 400;

  private static final int HEAD = 16;

  /** Writes it to an array, and returns how long it is. */
  int writeTo(byte[] bytes) {
    int length = HEAD + fillingLength();
    ByteBuffer.wrap(bytes).putInt(life).putInt(thread).putLong(count);
    fill(bytes, length);
    return length;
  }

  /** Reads it back; empty unless every byte is as it was written. */
  static Optional<Payload> read(ByteBuffer bytes) {
    if (bytes.remaining() < HEAD) {
      return Optional.empty();
    }
    ByteBuffer found = bytes.duplicate();
    Payload payload = new Payload(found.getInt(), found.getInt(), found.getLong());
    byte[] whole = new byte[LONGEST];
    int length = payload.writeTo(whole);
    return bytes.equals(ByteBuffer.wrap(whole, 0, length))
        ? Optional.of(payload)
        : Optional.empty();
  }

  private int fillingLength() {
    return random().nextInt(LONGEST - HEAD + 1);
  }

  private void fill(byte[] bytes, int length) {
    SplittableRandom random = random();
    for (int i = HEAD; i < length; i++) {
      bytes[i] = (byte) random.nextInt();
    }
  }

  private SplittableRandom random() {
    return new SplittableRandom(
        ((life * 0x9E3779B97F4A7C15L) + thread) * 0xBF58476D1CE4E5B9L + count);
  }
}
