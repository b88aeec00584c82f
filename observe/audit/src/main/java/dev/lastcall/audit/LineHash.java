package dev.lastcall.audit;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of parts of an array, as hexadecimal digits. Confined to one thread. */
final class LineHash {
  /** How many digits a hash has. */
  static final int LENGTH = 64;

  private final MessageDigest digest = sha256();
  private final byte[] sum = new byte[LENGTH / 2];

  /** Writes the hash of a part of an array into another. */
  void write(byte[] bytes, int from, int to, byte[] into, int at) {
    digest.update(bytes, from, to - from);
    try {
      digest.digest(sum, 0, sum.length);
    } catch (DigestException impossible) {
      throw new AssertionError("SHA-256 has 32 bytes", impossible);
    }
    Hex.write(sum, into, at);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
