package dev.lastcall.journal;

import static dev.lastcall.journal.JournalLayout.INT;
import static dev.lastcall.journal.JournalLayout.LONG;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The file of a mark: two slots, written in turn, so that one of them is sound at any instant.
 *
 * <pre>
 *   0  slot of even versions           slot
 *  64  slot of odd versions              0  version   8     0 if it was never written
 *                                        8  sequence  8
 *                                       16  detail    8
 *                                       24  checksum  4     CRC32C of the 24 bytes before
 * </pre>
 */
final class MarkFile {
  private static final int BYTES = 4096;
  private static final int TRIES = 10;
  private static final int SLOT = 64;
  private static final int SEQUENCE = 8;
  private static final int DETAIL = 16;
  private static final int CHECKSUM = 24;
  private static final byte[] NOTHING = {};

  private final ByteBuffer bytes;
  private long version;

  MarkFile(ByteBuffer bytes) {
    this.bytes = bytes;
    this.version = newest(bytes).version();
  }

  /**
   * What a mark says.
   *
   * @param version how often it was set
   * @param sequence the first number
   * @param detail the second number
   */
  record Values(long version, long sequence, long detail) {
    static final Values NONE = new Values(0, 0, 0);
  }

  static MarkFile open(Path path) throws IOException {
    ByteBuffer bytes =
        Files.exists(path)
            ? JournalFile.reuse(path, BYTES, () -> {})
            : JournalFile.create(path, BYTES, () -> {});
    return new MarkFile(bytes);
  }

  /** Reads a mark that anybody may be writing. */
  static Values read(Path path) throws IOException {
    Values values = Values.NONE;
    // Who is slow may find both slots in the middle of being written; not again and again.
    for (int tries = 0; tries < TRIES && values.version() == 0; tries++) {
      byte[] copy;
      try {
        copy = Files.readAllBytes(path);
      } catch (NoSuchFileException never) {
        return Values.NONE;
      }
      ByteBuffer whole = ByteBuffer.allocate(BYTES);
      whole.put(copy, 0, Math.min(copy.length, BYTES));
      values = newest(whole);
    }
    return values;
  }

  Values values() {
    return newest(bytes);
  }

  void set(long sequence, long detail) {
    long next = version + 1;
    int at = slot(next);
    LONG.setOpaque(bytes, at, 0L);
    LONG.setRelease(bytes, at + SEQUENCE, sequence);
    LONG.set(bytes, at + DETAIL, detail);
    INT.set(bytes, at + CHECKSUM, checksum(next, sequence, detail));
    LONG.setRelease(bytes, at, next);
    version = next;
  }

  private static Values newest(ByteBuffer bytes) {
    Values even = slotValues(bytes, 0);
    Values odd = slotValues(bytes, SLOT);
    return even.version() > odd.version() ? even : odd;
  }

  private static Values slotValues(ByteBuffer bytes, int at) {
    long version = (long) LONG.get(bytes, at);
    long sequence = (long) LONG.get(bytes, at + SEQUENCE);
    long detail = (long) LONG.get(bytes, at + DETAIL);
    boolean isSound =
        version > 0
            && slot(version) == at
            && (int) INT.get(bytes, at + CHECKSUM) == checksum(version, sequence, detail);
    return isSound ? new Values(version, sequence, detail) : Values.NONE;
  }

  private static int slot(long version) {
    return (int) (version & 1) * SLOT;
  }

  private static int checksum(long version, long sequence, long detail) {
    return FrameChecksum.of(0, version, sequence, detail, 0, NOTHING, 0, 0);
  }
}
