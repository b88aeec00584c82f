package dev.lastcall.journal;

import dev.lastcall.journal.JournalGap.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Walks over the frames of one segment, from damage to the next sound record. Not thread-safe. */
final class SegmentReader {
  private final SegmentFile file;
  private final SegmentHeader header;
  private long at = JournalLayout.FRAMES;
  private long expected;
  private long claimed = JournalLayout.FRAMES;

  /**
   * @param expected the sequence of the first record, 0 if it is not known
   */
  SegmentReader(SegmentFile file, SegmentHeader header, long expected) {
    this.file = file;
    this.header = header;
    this.expected = expected;
  }

  /** The sequence that comes next, 0 if it is not known. */
  long expected() {
    return expected;
  }

  /** Goes behind everything that is claimed; the sequence that comes next, 0 if it is not known. */
  long skipClaimed() throws IOException {
    long position = file.position();
    if (expected > 0 && isPlausible(position)) {
      at = JournalLayout.endOf(position);
      expected += JournalLayout.countOf(position);
    }
    return expected;
  }

  private boolean isPlausible(long position) {
    int end = JournalLayout.endOf(position);
    return end >= JournalLayout.FRAMES
        && end % JournalLayout.FRAME_ALIGNMENT == 0
        && end <= header.fileBytes()
        && JournalLayout.countOf(position)
            <= (end - JournalLayout.FRAMES) / JournalLayout.FRAME_ALIGNMENT;
  }

  /** Where it stands. */
  long end() {
    return at;
  }

  /** Whether nothing is claimed that was not read. */
  boolean isAtTheEnd() {
    return at >= claimed;
  }

  /**
   * The next record or gap; null if there is nothing more for now.
   *
   * @param waits whether a claimed record may still be published
   */
  @Nullable JournalEntry next(Liveness waits) throws IOException {
    if (at >= claimed && !hasMore()) {
      return null;
    }
    JournalRecord record = soundRecord(at, expected);
    if (record != null) {
      return passed(record);
    }
    boolean mayChange = waits.isWriterAlive();
    file.forgetWindow();
    record = soundRecord(at, expected);
    if (record != null) {
      return passed(record);
    }
    long word = file.word(at);
    if (mayChange && isBeingWritten(word)) {
      return null;
    }
    return gap(word, mayChange);
  }

  private JournalRecord passed(JournalRecord record) {
    at += JournalLayout.frameBytes(JournalLayout.PAYLOAD + record.payload().remaining());
    expected = record.sequence() + 1;
    return record;
  }

  /** Whether more is claimed than was read, or stands there although the position denies it. */
  private boolean hasMore() throws IOException {
    long position = file.position();
    boolean isPlausible = isPlausible(position);
    claimed = isPlausible ? JournalLayout.endOf(position) : header.fileBytes();
    file.readAheadTo(claimed);
    if (isPlausible && at >= claimed) {
      long word = file.wordNow(at);
      file.forgetWindow();
      return soundRecord(at, expected, word) != null;
    }
    return at < claimed;
  }

  /** Claimed by a living thread; a word of an older generation is about to become that. */
  private boolean isBeingWritten(long word) {
    if (JournalLayout.generationOf(word) != header.generation() || word == 0) {
      return true;
    }
    int length = JournalLayout.lengthOf(word);
    return length < 0 && length > -JournalLayout.FAILED;
  }

  private @Nullable JournalEntry gap(long word, boolean mayChange) throws IOException {
    int length = JournalLayout.lengthOf(word);
    boolean failed = length <= -JournalLayout.FAILED && length != Integer.MIN_VALUE;
    int frame = failed ? -length - JournalLayout.FAILED : Math.abs(length);
    Kind kind = isUnfinished(word) ? Kind.UNFINISHED : Kind.DAMAGED;
    long behind = at + JournalLayout.frameBytes(frame);
    if (frame >= JournalLayout.PAYLOAD && behind < claimed && expected > 0) {
      JournalRecord next = soundRecord(behind, expected + 1);
      if (next != null && next.sequence() == expected + 1) {
        return jump(kind, behind, expected + 1);
      }
      if (kind == Kind.UNFINISHED && failed) {
        return jump(kind, behind, expected + 1);
      }
    }
    for (long to = at + JournalLayout.FRAME_ALIGNMENT;
        to < claimed;
        to += JournalLayout.FRAME_ALIGNMENT) {
      JournalRecord next = soundRecord(to, expected + 1);
      if (next != null) {
        return jump(kind, to, next.sequence());
      }
    }
    return mayChange ? null : jump(kind, claimed, sequenceAtTheEnd());
  }

  private long sequenceAtTheEnd() throws IOException {
    long position = file.position();
    long first = file.firstSequence();
    return JournalLayout.endOf(position) == claimed && first > 0
        ? Math.max(expected, first + JournalLayout.countOf(position))
        : expected;
  }

  private JournalGap jump(Kind kind, long to, long sequence) {
    long missing = expected > 0 ? sequence - expected : 0;
    JournalGap gap = new JournalGap(kind, file.path(), at, to - at, Math.max(0, missing));
    at = to;
    expected = sequence;
    return gap;
  }

  /** Not published by its writer, as opposed to published and altered since. */
  private boolean isUnfinished(long word) throws IOException {
    int length = JournalLayout.lengthOf(word);
    boolean ofOurs = JournalLayout.generationOf(word) == header.generation();
    if (ofOurs && length < 0) {
      return isPlausible(-length) || isPlausible(-length - JournalLayout.FAILED);
    }
    if (ofOurs && length > 0) {
      return false;
    }
    long repaired = JournalLayout.word(length, JournalLayout.typeOf(word), header.generation());
    return soundRecord(at, expected, repaired) == null;
  }

  private boolean isPlausible(int frame) {
    return frame >= JournalLayout.PAYLOAD && at + frame <= header.fileBytes();
  }

  private @Nullable JournalRecord soundRecord(long at, long least) throws IOException {
    return soundRecord(at, least, file.word(at));
  }

  /** The record of a frame if it is published, unaltered and not older than another. */
  private @Nullable JournalRecord soundRecord(long at, long least, long word) throws IOException {
    int length = JournalLayout.lengthOf(word);
    if (JournalLayout.generationOf(word) != header.generation()
        || length < JournalLayout.PAYLOAD
        || at + length > header.fileBytes()) {
      return null;
    }
    ByteBuffer frame = file.frame(at, length);
    if (frame == null) {
      return null;
    }
    long sequence = frame.getLong(JournalLayout.SEQUENCE);
    if (sequence < Math.max(least, 1)) {
      return null;
    }
    return checked(frame, word, sequence);
  }

  private @Nullable JournalRecord checked(ByteBuffer frame, long word, long sequence) {
    byte[] payload = new byte[JournalLayout.lengthOf(word) - JournalLayout.PAYLOAD];
    frame.get(JournalLayout.PAYLOAD, payload);
    long monotonic = frame.getLong(JournalLayout.MONOTONIC);
    long wall = frame.getLong(JournalLayout.WALL);
    int sum =
        FrameChecksum.ofThread().of(word, sequence, monotonic, wall, payload, 0, payload.length);
    if ((sum ^ header.salt()) != frame.getInt(JournalLayout.CHECKSUM)) {
      return null;
    }
    return new JournalRecord(
        header.owner(), sequence, JournalLayout.typeOf(word), monotonic, wall, payload);
  }

  /** Asked before a gap is declared. */
  interface Liveness {
    boolean isWriterAlive() throws IOException;
  }
}
