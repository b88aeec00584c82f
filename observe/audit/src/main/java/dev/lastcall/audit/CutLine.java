package dev.lastcall.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Tells the last line that a kill cut short from one that somebody put there. Stateless. */
final class CutLine {
  private static final byte[] BEGIN = "{\"seq\":".getBytes(US_ASCII);

  private CutLine() {}

  /** It begins as a line does, and nothing stands behind the end of one. */
  static boolean isOne(LineReader reader) {
    byte[] bytes = reader.bytes();
    int length = Math.min(BEGIN.length, reader.to() - reader.from());
    if (!Arrays.equals(bytes, reader.from(), reader.from() + length, BEGIN, 0, length)) {
      return false;
    }
    ChainLine line = new ChainLine();
    for (int end = reader.from() + 1; end < reader.to(); end++) {
      if (bytes[end - 1] == '}' && line.read(bytes, reader.from(), end)) {
        return false;
      }
    }
    return true;
  }
}
