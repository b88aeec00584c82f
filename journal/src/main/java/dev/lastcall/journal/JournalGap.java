package dev.lastcall.journal;

import java.nio.file.Path;

/**
 * A stretch of a journal without a sound record, with the reader going on behind it.
 *
 * @param kind why there is none
 * @param segment the file
 * @param offset where it begins, in bytes from the start of the file
 * @param bytes how long it is
 * @param missing how many records are missing there, 0 if it is not known
 */
public record JournalGap(Kind kind, Path segment, long offset, long bytes, long missing)
    implements JournalEntry {
  /** Why a stretch holds no sound record. */
  public enum Kind {
    /** Claimed by a thread that was killed before it published: never acknowledged, so not lost. */
    UNFINISHED,
    /** Altered after it was written. */
    DAMAGED,
    /** Given up by the writer for newer records before this reader came to it. */
    OVERTAKEN
  }
}
