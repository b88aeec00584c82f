package dev.lastcall.spool;

/**
 * The layout of an entry: one byte with the version, then fields in any order, each a byte that
 * says which and its values. Numbers are big-endian; a text is its length in bytes (4 bytes, -1 for
 * null) and itself in UTF-8.
 */
final class LogField {
  static final byte VERSION = 1;

  /** Seconds (8) and nanoseconds (4) since the epoch. */
  static final byte AT = 1;

  /** Id (8), name. */
  static final byte THREAD = 2;

  /** Number (4), name. */
  static final byte LEVEL = 3;

  /** Name. */
  static final byte LOGGER = 4;

  /** Text. */
  static final byte MESSAGE = 5;

  /** Key, value; one of many. */
  static final byte CONTEXT = 6;

  /** Text; one of many. */
  static final byte STACK = 7;

  /** Name; one of many. */
  static final byte MARKER = 8;

  /** Name, value; one of many. */
  static final byte PAIR = 9;

  /** A frame. */
  static final byte CALLER = 10;

  /**
   * Class, message, text; how many frames are those of the one that encloses it (4); number of
   * others (4), frames; whether there is a cause (1), the cause; number of suppressed ones (4),
   * those.
   */
  static final byte THROWN = 11;

  /** Number (8). */
  static final byte NUMBER = 12;

  /** How many causes of causes are written; nobody reads that far. */
  static final int DEEPEST = 100;

  /** Nothing; something was left out. */
  static final byte CUT = 13;

  private LogField() {}
}
