package dev.lastcall.journal;

import java.util.zip.CRC32C;

/**
 * The checksum of frames: the CRC32C of the payload, combined by exclusive or with a hash of the
 * frame's numbers and the segment's salt.
 *
 * <p>The numbers are hashed and not put before the payload because a processor does that beside the
 * CRC, in no extra time. One more reason: the JIT compiler then sees that nothing escapes, and
 * allocates nothing. The multiplier is the golden ratio in 64 bits, as in Knuth's multiplicative
 * hashing.
 */
final class FrameChecksum {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private FrameChecksum() {}

  static int of(
      int salt,
      long word,
      long sequence,
      long monotonic,
      long wall,
      byte[] bytes,
      int offset,
      int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    long hash = mix(salt, word);
    hash = mix(hash, sequence);
    hash = mix(hash, monotonic);
    hash = mix(hash, wall);
    return (int) crc.getValue() ^ (int) (hash >>> 32);
  }

  /** Changes if one of the two changes. */
  private static long mix(long hash, long number) {
    long product = (hash ^ number) * GOLDEN;
    return product ^ (product >>> 32);
  }
}
