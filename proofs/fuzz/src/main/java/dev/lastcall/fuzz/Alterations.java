package dev.lastcall.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a fuzzer's input does to a sound file: an input is a list of alterations, so that small
 * changes of it are small changes of the file, behind every checksum that still holds.
 */
final class Alterations {
  private static final int LONGEST = 64;

  private Alterations() {}

  /**
   * Alters a copy.
   *
   * @param sound the file
   * @param input from the fuzzer; an empty one alters nothing
   * @return the altered file, perhaps shorter or longer
   */
  static byte[] apply(byte[] sound, byte[] input) {
    byte[] file = sound.clone();
    ByteBuffer todo = ByteBuffer.wrap(input);
    while (todo.remaining() >= 4) {
      int kind = todo.get() & 3;
      int at = (((todo.get() & 0xFF) << 8) | (todo.get() & 0xFF)) % (file.length + 1);
      byte[] bytes = new byte[Math.min(todo.get() & (LONGEST - 1), todo.remaining())];
      todo.get(bytes);
      file =
          switch (kind) {
            case 0 -> overwritten(file, at, bytes);
            case 1 -> Arrays.copyOf(file, at);
            case 2 -> without(file, at, bytes.length);
            default -> with(file, at, bytes);
          };
    }
    return file;
  }

  private static byte[] overwritten(byte[] file, int at, byte[] bytes) {
    System.arraycopy(bytes, 0, file, at, Math.min(bytes.length, file.length - at));
    return file;
  }

  private static byte[] without(byte[] file, int at, int count) {
    int gone = Math.min(count, file.length - at);
    byte[] shorter = new byte[file.length - gone];
    System.arraycopy(file, 0, shorter, 0, at);
    System.arraycopy(file, at + gone, shorter, at, shorter.length - at);
    return shorter;
  }

  private static byte[] with(byte[] file, int at, byte[] bytes) {
    byte[] longer = new byte[file.length + bytes.length];
    System.arraycopy(file, 0, longer, 0, at);
    System.arraycopy(bytes, 0, longer, at, bytes.length);
    System.arraycopy(file, at, longer, at + bytes.length, file.length - at);
    return longer;
  }
}
