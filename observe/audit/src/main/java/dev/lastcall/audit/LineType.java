package dev.lastcall.audit;

import dev.lastcall.api.Arguments;
import java.util.Locale;

/** What a line of the trail is; the number is the type of its record in the journal. */
enum LineType {
  /** Auditing began. */
  OPENED(1),
  /** A run began. */
  BEGIN(2),
  /** A run ended. */
  END(3),
  /** Lines could not be kept. */
  LOST(4),
  /** Auditing ended in an orderly way. */
  CLOSED(5),
  /** Whole files were deleted because of their age. */
  RETENTION(6),
  /** Everything so far is vouched for. */
  SEAL(7);

  private final int recordType;
  private final String word = name().toLowerCase(Locale.ROOT);

  LineType(int recordType) {
    this.recordType = recordType;
  }

  int recordType() {
    return recordType;
  }

  String word() {
    return word;
  }

  static LineType of(int recordType) {
    for (LineType each : values()) {
      if (each.recordType == recordType) {
        return each;
      }
    }
    throw Arguments.refusal("record type", recordType, "1 to " + values().length);
  }
}
