package dev.lastcall.audit;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One key of the seals with the id under which they name it. Thread-safe. */
final class AuditKey {
  private static final String ALGORITHM = "HmacSHA256";

  private final String id;
  private final SecretKeySpec secret;

  AuditKey(String id, byte[] secret) {
    this.id = id;
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  String id() {
    return id;
  }

  byte[] hmac(byte[] bytes, int from, int length) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update(bytes, from, length);
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has " + ALGORITHM, impossible);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "key " + id;
  }
}
