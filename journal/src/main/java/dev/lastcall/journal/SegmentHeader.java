package dev.lastcall.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the start of a segment before it is used.
 *
 * @param version of the layout
 * @param salt random, part of every checksum
 * @param index the segment's place in the journal
 * @param fileBytes the file's size
 * @param generation how often this file was used before, 0 to 65535 and again from 0
 * @param session random, the same for all segments of one opening
 * @param owner who writes it
 * @param content what the journal holds
 */
record SegmentHeader(
    int version,
    int salt,
    long index,
    int fileBytes,
    int generation,
    long session,
    JournalOwner owner,
    String content) {
  static final int LONGEST_CONTENT = 32;

  private static final int LONGEST_HOST = 200;
  private static final int CONTENT = 56;
  private static final int HOST = 96;
  private static final int CHECKSUM = JournalLayout.HEADER_BYTES - Integer.BYTES;

  /** Reads one copy; null if it is damaged. */
  static @Nullable SegmentHeader parse(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (in.getLong(0) != JournalLayout.MAGIC || in.getInt(CHECKSUM) != checksum(bytes)) {
      return null;
    }
    return new SegmentHeader(
        in.getInt(8),
        in.getInt(12),
        in.getLong(16),
        in.getInt(24),
        in.getInt(28),
        in.getLong(32),
        new JournalOwner(
            in.getLong(40), Instant.ofEpochMilli(in.getLong(48)), text(bytes, HOST, LONGEST_HOST)),
        text(bytes, CONTENT, LONGEST_CONTENT));
  }

  byte[] toBytes() {
    byte[] bytes = new byte[JournalLayout.HEADER_BYTES];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(0, JournalLayout.MAGIC).putInt(8, version).putInt(12, salt).putLong(16, index);
    out.putInt(24, fileBytes).putInt(28, generation).putLong(32, session);
    out.putLong(40, owner.pid()).putLong(48, owner.startedAt().toEpochMilli());
    putText(bytes, CONTENT, content, LONGEST_CONTENT);
    putText(bytes, HOST, owner.host(), LONGEST_HOST);
    out.putInt(CHECKSUM, checksum(bytes));
    return bytes;
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, CHECKSUM);
    return (int) crc.getValue();
  }

  private static String text(byte[] bytes, int at, int longest) {
    int length = Math.min(bytes[at] & 0xFF, longest);
    return new String(bytes, at + 1, length, StandardCharsets.UTF_8);
  }

  private static void putText(byte[] bytes, int at, String text, int longest) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(utf8, Math.min(utf8.length, longest));
    bytes[at] = (byte) cut.length;
    System.arraycopy(cut, 0, bytes, at + 1, cut.length);
  }

  /** Whether a file was not used again between the two. A record's equals takes long to make. */
  boolean isOfTheSameUseAs(SegmentHeader other) {
    return index == other.index
        && generation == other.generation
        && salt == other.salt
        && session == other.session;
  }
}
