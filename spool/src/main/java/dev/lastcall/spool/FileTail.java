package dev.lastcall.spool;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * What a file holds behind a known point, compared with the records that may be there.
 *
 * <p>Confined to one thread.
 */
final class FileTail {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final byte[] bytes;
  private final boolean fromTheFirst;
  private String doubt;

  /**
   * Takes the bytes.
   *
   * @param bytes the tail
   * @param fromTheFirst whether the first record, if it is there, is its beginning; if not, some
   *     records at the front may have been taken away
   * @param doubt why it may not show all that was written, empty if it does
   */
  FileTail(byte[] bytes, boolean fromTheFirst, String doubt) {
    this.bytes = bytes;
    this.fromTheFirst = fromTheFirst;
    this.doubt = doubt;
  }

  /**
   * What a file holds.
   *
   * @param whole how many of the records, from the first on
   * @param rest what is missing of the next one, which is there in part; empty if it is not
   */
  record Found(int whole, ByteBuffer rest) {}

  /** Why a record that was not found may have been written nevertheless; empty if it was not. */
  String doubt() {
    return doubt;
  }

  Found find(List<byte[]> records) {
    int next = fromTheFirst ? 0 : firstIn(records);
    int at = 0;
    while (next < records.size() && (at < bytes.length || records.get(next).length == 0)) {
      byte[] record = records.get(next);
      int common = common(record, at);
      if (common < record.length && common == bytes.length - at) {
        return new Found(next, ByteBuffer.wrap(record, common, record.length - common));
      }
      int found = common == record.length ? at : indexOf(record, at + 1);
      if (found < 0) {
        doubt = "holds bytes that are not ours";
        break;
      }
      at = found + record.length;
      next++;
    }
    return new Found(next, NOTHING.duplicate());
  }

  /** The record that the bytes begin with; what came before it in order was written before it. */
  private int firstIn(List<byte[]> records) {
    for (int i = 0; i < records.size() && bytes.length > 0; i++) {
      int length = records.get(i).length;
      if (length > 0 && common(records.get(i), 0) == Math.min(length, bytes.length)) {
        doubt = "";
        return i;
      }
    }
    return 0;
  }

  private int common(byte[] record, int at) {
    int end = Math.min(bytes.length, at + record.length);
    int different = Arrays.mismatch(bytes, at, end, record, 0, end - at);
    return different < 0 ? end - at : different;
  }

  private int indexOf(byte[] record, int from) {
    for (int at = from; at <= bytes.length - record.length; at++) {
      if (bytes[at] == record[0] && common(record, at) == record.length) {
        return at;
      }
    }
    return -1;
  }
}
