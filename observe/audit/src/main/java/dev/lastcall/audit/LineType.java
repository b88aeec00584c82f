package dev.lastcall.audit;

import dev.lastcall.api.Arguments;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a line of the trail is; the ordinal is the type of its record in the journal. */
enum LineType {
  /** Auditing began. */
  OPENED,
  /** A run began. */
  BEGIN,
  /** A run ended. */
  END,
  /** Lines could not be kept. */
  LOST,
  /** Auditing ended in an orderly way. */
  CLOSED,
  /** Whole files were deleted because of their age. */
  RETENTION,
  /** Everything so far is vouched for. */
  SEAL;

  private static final LineType[] ALL = values();

  private final String word = name().toLowerCase(Locale.ROOT);
  private final byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);

  String word() {
    return word;
  }

  /** {@return the word as it stands in a line; not to be written to} */
  byte[] bytes() {
    return bytes;
  }

  static LineType of(int recordType) {
    if (recordType < 0 || recordType >= ALL.length) {
      throw Arguments.refusal("record type", recordType, "0 to " + (ALL.length - 1));
    }
    return ALL[recordType];
  }
}
