package dev.lastcall.audit;

import java.nio.charset.StandardCharsets;

/** Writes bytes as lower-case hexadecimal digits into an array, without allocating. */
final class Hex {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Hex() {}

  static void write(byte[] bytes, byte[] into, int at) {
    int index = at;
    for (byte each : bytes) {
      into[index++] = DIGITS[(each >> 4) & 0xf];
      into[index++] = DIGITS[each & 0xf];
    }
  }

  static byte[] of(byte[] bytes) {
    byte[] digits = new byte[2 * bytes.length];
    write(bytes, digits, 0);
    return digits;
  }

  static boolean isDigit(byte character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }
}
