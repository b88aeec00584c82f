package dev.lastcall.audit;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The first thing that is wrong with a trail.
 *
 * @param kind what was done
 * @param file where
 * @param line the line in that file, from 1; of something removed the line that stands in its place
 * @param seq the number in the trail that it is about: of the line that was altered, removed,
 *     inserted or put elsewhere
 * @param message all of it in words
 */
public record AuditFault(Kind kind, Path file, long line, long seq, String message) {
  /** What was done to a trail. */
  public enum Kind {
    /** A line is not what was written. */
    ALTERED,
    /** Lines are missing in front of another. */
    REMOVED,
    /** A line was not written there. */
    INSERTED,
    /** Lines stand in another order. */
    REORDERED,
    /** Lines are missing at the end. */
    TRUNCATED,
    /** Lines were written anew, chain and all, by somebody without the key. */
    REWRITTEN,
    /** A seal names a key that was not given. */
    UNKNOWN_KEY,
    /** Nothing is sealed with a given key. */
    UNSEALED;

    /** {@return the kind as one lower-case word} */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** {@return the place and the words, in one line} */
  @Override
  public String toString() {
    return file + ":" + line + ": " + kind.word() + ": " + message;
  }
}
