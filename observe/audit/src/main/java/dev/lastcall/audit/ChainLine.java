package dev.lastcall.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail: {@code {"seq":N,"prev":"HASH","record":N,"type":"WORD",…,"hash":"HASH"}}.
 *
 * <p>The hash is the SHA-256 of every byte in front of {@code ,"hash":"}, and {@code prev} is the
 * hash of the line before, so that a line vouches for all lines before it, byte by byte. A seal
 * ends in {@code ,"key":"ID","hmac":"HMAC","hash":"HASH"}}, where the HMAC is that of every byte in
 * front of {@code ,"hmac":"}.
 *
 * <p>Reads lines in place, one after the other, without allocating. Confined to one thread.
 */
final class ChainLine {
  /** What the first line has in place of the hash of the line before it. */
  static final byte[] NO_HASH = "0".repeat(LineHash.LENGTH).getBytes(US_ASCII);

  private static final byte[] SEQ = ascii("{\"seq\":");
  private static final byte[] PREV = ascii(",\"prev\":\"");
  private static final byte[] RECORD = ascii("\",\"record\":");
  private static final byte[] TYPE = ascii(",\"type\":\"");
  private static final byte[] MEMBERS = ascii("\",");
  private static final byte[] HMAC = ascii(",\"hmac\":\"");
  private static final byte[] KEY = ascii(",\"key\":\"");
  private static final byte[] HASH = ascii(",\"hash\":\"");
  private static final byte[] END = ascii("\"}");
  private static final LineType[] TYPES = LineType.values();
  private static final byte[][] WORDS =
      Stream.of(TYPES).map(type -> ascii(type.word())).toArray(byte[][]::new);
  private static final int MOST_DIGITS = 18;

  /** How long what follows the hashed bytes is, without the line break. */
  private static final int TAIL = HASH.length + LineHash.LENGTH + END.length;

  private final LineHash digest = new LineHash();
  private final byte[] computed = new byte[LineHash.LENGTH];
  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private int at;
  private long number;
  private long seq;
  private long record;
  private int prevAt;
  private int membersAt;
  private @Nullable LineType type;

  /** Composes a line, with its line break. */
  static byte[] compose(
      long seq, byte[] prev, long record, LineType type, byte[] members, LineHash digest) {
    ByteArrayOutputStream head = new ByteArrayOutputStream(members.length + 4 * LineHash.LENGTH);
    head.writeBytes(SEQ);
    head.writeBytes(ascii(Long.toString(seq)));
    head.writeBytes(PREV);
    head.writeBytes(prev);
    head.writeBytes(RECORD);
    head.writeBytes(ascii(Long.toString(record)));
    head.writeBytes(TYPE);
    head.writeBytes(ascii(type.word()));
    head.writeBytes(MEMBERS);
    head.writeBytes(members);
    return hashed(head.toByteArray(), digest);
  }

  /** Composes a seal whose members are complete but for the HMAC. */
  static byte[] sealed(byte[] line, AuditKey key, LineHash digest) {
    ByteArrayOutputStream head = new ByteArrayOutputStream(line.length + 4 * LineHash.LENGTH);
    head.write(line, 0, line.length - TAIL - 1);
    head.writeBytes(KEY);
    head.writeBytes(ascii(key.id()));
    head.write('"');
    byte[] signed = head.toByteArray();
    head.writeBytes(HMAC);
    head.writeBytes(Hex.of(key.hmac(signed, 0, signed.length)));
    head.write('"');
    return hashed(head.toByteArray(), digest);
  }

  private static byte[] hashed(byte[] head, LineHash digest) {
    byte[] line = Arrays.copyOf(head, head.length + TAIL + 1);
    int next = copy(HASH, line, head.length);
    digest.write(head, 0, head.length, line, next);
    next = copy(END, line, next + LineHash.LENGTH);
    line[next] = '\n';
    return line;
  }

  /** {@return the hash at the end of a composed line} */
  static byte[] hashOf(byte[] line) {
    int end = line.length - 1 - END.length;
    return Arrays.copyOfRange(line, end - LineHash.LENGTH, end);
  }

  /**
   * Reads a line.
   *
   * @return false if it does not have the form of one; nothing else may be asked then
   */
  boolean read(byte[] array, int begin, int end) {
    bytes = array;
    from = begin;
    to = end;
    at = begin;
    if (end - begin <= TAIL || !take(SEQ) || !takeNumber()) {
      return false;
    }
    seq = number;
    if (!take(PREV) || !takeHash()) {
      return false;
    }
    prevAt = at - LineHash.LENGTH;
    if (!take(RECORD) || !takeNumber()) {
      return false;
    }
    record = number;
    if (!take(TYPE) || !takeType() || !take(MEMBERS)) {
      return false;
    }
    membersAt = at;
    at = to - TAIL;
    return at >= membersAt && take(HASH) && takeHash() && take(END);
  }

  /** Whether the bytes of the line have the hash that stands at its end. */
  boolean isWhole() {
    digest.write(bytes, from, to - TAIL, computed, 0);
    return equal(computed, 0, bytes, hashAt());
  }

  long seq() {
    return seq;
  }

  long record() {
    return record;
  }

  LineType type() {
    return type == null ? LineType.LOST : type;
  }

  boolean isChainedTo(byte[] hash) {
    return equal(hash, 0, bytes, prevAt);
  }

  void copyHash(byte[] into) {
    System.arraycopy(bytes, hashAt(), into, 0, LineHash.LENGTH);
  }

  String hash() {
    return new String(bytes, hashAt(), LineHash.LENGTH, US_ASCII);
  }

  byte[] prev() {
    return Arrays.copyOfRange(bytes, prevAt, prevAt + LineHash.LENGTH);
  }

  /** {@return what is between type and hash, without the comma at its end} */
  byte[] members() {
    return Arrays.copyOfRange(bytes, membersAt, to - TAIL);
  }

  /** {@return the id of the key that a seal is made with, null if it is made without} */
  @Nullable String keyId() {
    int hmacAt = hmacAt();
    if (type != LineType.SEAL || hmacAt <= membersAt || !matches(HMAC, hmacAt)) {
      return null;
    }
    for (int index = hmacAt - KEY.length; index > membersAt; index--) {
      if (bytes[index] == ',' && matches(KEY, index)) {
        int begin = index + KEY.length;
        return new String(bytes, begin, hmacAt - 1 - begin, US_ASCII);
      }
    }
    return null;
  }

  /** Whether a key makes the HMAC that stands in this seal. */
  boolean isSealedBy(AuditKey key) {
    int hmacAt = hmacAt();
    byte[] expected = Hex.of(key.hmac(bytes, from, hmacAt - from));
    byte[] given = Arrays.copyOfRange(bytes, hmacAt + HMAC.length, to - TAIL - 1);
    return java.security.MessageDigest.isEqual(expected, given);
  }

  private int hmacAt() {
    return to - TAIL - 1 - LineHash.LENGTH - HMAC.length;
  }

  private int hashAt() {
    return to - END.length - LineHash.LENGTH;
  }

  private boolean take(byte[] text) {
    boolean fits = at + text.length <= to && matches(text, at);
    at += text.length;
    return fits;
  }

  private boolean matches(byte[] text, int index) {
    return Arrays.equals(bytes, index, index + text.length, text, 0, text.length);
  }

  /** As it is written: no sign, no leading zero. */
  private boolean takeNumber() {
    int begin = at;
    number = 0;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && at - begin < MOST_DIGITS) {
      number = 10 * number + bytes[at++] - '0';
    }
    return at > begin && (bytes[begin] != '0' || at == begin + 1);
  }

  private boolean takeHash() {
    int end = at + LineHash.LENGTH;
    if (end > to) {
      return false;
    }
    while (at < end) {
      if (!Hex.isDigit(bytes[at++])) {
        return false;
      }
    }
    return true;
  }

  private boolean takeType() {
    for (int index = 0; index < WORDS.length; index++) {
      byte[] word = WORDS[index];
      int end = at + word.length;
      if (end < to && bytes[end] == '"' && matches(word, at)) {
        type = TYPES[index];
        at = end;
        return true;
      }
    }
    return false;
  }

  private static boolean equal(byte[] one, int oneAt, byte[] other, int otherAt) {
    return Arrays.equals(
        one, oneAt, oneAt + LineHash.LENGTH, other, otherAt, otherAt + LineHash.LENGTH);
  }

  private static int copy(byte[] text, byte[] into, int index) {
    System.arraycopy(text, 0, into, index, text.length);
    return index + text.length;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
