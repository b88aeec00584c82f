package dev.lastcall.journal;

import java.util.zip.CRC32C;

/** The checksum of frames; one object a thread, so that no append allocates one. */
final class FrameChecksum {
  private static final ThreadLocal<FrameChecksum> OF_THREAD =
      ThreadLocal.withInitial(FrameChecksum::new);

  private final CRC32C crc = new CRC32C();
  private final byte[] head = new byte[32];
  private final java.nio.ByteBuffer view = java.nio.ByteBuffer.wrap(head);

  static FrameChecksum ofThread() {
    return OF_THREAD.get();
  }

  /** See {@link JournalLayout}; without the salt. */
  int of(
      long word, long sequence, long monotonic, long wall, byte[] bytes, int offset, int length) {
    JournalLayout.LONG.set(view, 0, word);
    JournalLayout.LONG.set(view, 8, sequence);
    JournalLayout.LONG.set(view, 16, monotonic);
    JournalLayout.LONG.set(view, 24, wall);
    crc.reset();
    crc.update(head, 0, head.length);
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
