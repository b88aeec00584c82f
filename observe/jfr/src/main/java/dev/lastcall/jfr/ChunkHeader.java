package dev.lastcall.jfr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The head of one chunk of a flight recording, as HotSpot writes it (format 2): the size of what
 * was flushed at offset 8, the places of the last checkpoint and of the metadata at 16 and 24, and
 * at 64 the state, which is 0 once the chunk is finished.
 *
 * @param size bytes up to the last flush
 * @param isFinished whether the chunk was finished
 * @param isReadable whether something was flushed into it
 */
record ChunkHeader(long size, boolean isFinished, boolean isReadable) {
  /** Where the state is. */
  static final int STATE = 64;

  /** How long a head is. */
  static final int LENGTH = 68;

  private static final int MAGIC = 'F' << 24 | 'L' << 16 | 'R' << 8;
  private static final int SIZE = 8;
  private static final int CHECKPOINT = 16;
  private static final int METADATA = 24;

  /** A head that is none. */
  static final ChunkHeader NONE = new ChunkHeader(0, false, false);

  /** Reads the head at a place; {@link #NONE} if there is no chunk. */
  static ChunkHeader read(FileChannel file, long at) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(LENGTH);
    while (head.hasRemaining()) {
      if (file.read(head, at + head.position()) < 0) {
        return NONE;
      }
    }
    long size = head.getLong(SIZE);
    if (head.getInt(0) != MAGIC || size < LENGTH) {
      return NONE;
    }
    boolean isReadable =
        size <= file.size() - at
            && isInside(head.getLong(CHECKPOINT), size)
            && isInside(head.getLong(METADATA), size);
    return new ChunkHeader(size, head.get(STATE) == 0, isReadable);
  }

  private static boolean isInside(long offset, long size) {
    return offset >= LENGTH && offset < size;
  }
}
