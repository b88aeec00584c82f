package dev.lastcall.journal;

import dev.lastcall.journal.JournalGap.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Walks over the frames of one segment, from damage to the next sound record. Not thread-safe. */
final class SegmentReader {
  private static final int TRIES = 5;

  /** Of a segment's tail, as much as is read at once. */
  private static final int NEAR_THE_END = 64 * 1024;

  private final SegmentFile file;
  private final SegmentHeader header;
  private final FrameReader frames;
  private long at = JournalLayout.FRAMES;
  private long claimed = JournalLayout.FRAMES;
  private long expected;
  private boolean positionIsSound = true;

  /**
   * @param expected the sequence of the first record, 0 if it is not known
   */
  SegmentReader(SegmentFile file, SegmentHeader header, long expected) {
    this.file = file;
    this.header = header;
    this.expected = expected;
    frames = new FrameReader(file, header);
  }

  /** Asked before a gap is declared. */
  interface Liveness {
    boolean isWriterAlive() throws IOException;
  }

  /** The sequence that comes next, 0 if it is not known. */
  long expected() {
    return expected;
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
   * Goes behind everything that is claimed; stays where it is if the last frames do not agree with
   * the position.
   */
  void skipClaimed() throws IOException {
    long position = file.position();
    if (expected <= 0 || !isPlausible(position)) {
      return;
    }
    int end = JournalLayout.endOf(position);
    long behind = expected + JournalLayout.countOf(position);
    file.readAheadTo(end);
    if (agrees(end, behind)) {
      at = end;
      expected = behind;
    }
  }

  /** Counts from the first sound record near the end on; all of them if there is none. */
  private boolean agrees(int end, long behind) throws IOException {
    long near = end - NEAR_THE_END;
    JournalRecord sound = near > at ? frames.soundBehind(near, expected, end) : null;
    return sound == null
        ? frames.count(at, end) == behind - expected
        : frames.count(frames.foundAt(), end) == behind - sound.sequence();
  }

  /**
   * The next record or gap; null if there is nothing more for now.
   *
   * @param writer whether a claimed record may still be published
   */
  @Nullable JournalEntry next(Liveness writer) throws IOException {
    boolean wasSound = positionIsSound;
    if (at >= claimed && !hasMore()) {
      return null;
    }
    if (wasSound && !positionIsSound) {
      return new JournalGap(Kind.DAMAGED, file.path(), JournalLayout.POSITION, Long.BYTES, 0);
    }
    JournalRecord record = frames.sound(at, expected);
    if (record != null) {
      return reached(record);
    }
    boolean mayChange = writer.isWriterAlive();
    record = readAgain();
    if (record != null) {
      return reached(record);
    }
    long word = file.word(at);
    return mayChange && frames.isBeingWritten(word) ? null : gap(word, mayChange);
  }

  /** A copy that was made while the frame was published may have it in part; not every time. */
  private @Nullable JournalRecord readAgain() throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      file.forgetWindow();
      JournalRecord record = frames.sound(at, expected);
      if (record != null || frames.isBeingWritten(file.word(at))) {
        return record;
      }
    }
    return null;
  }

  private JournalEntry reached(JournalRecord record) {
    if (expected > 0 && record.sequence() > expected) {
      return jump(Kind.DAMAGED, at, record.sequence());
    }
    at += JournalLayout.frameBytes(JournalLayout.PAYLOAD + record.length());
    expected = record.sequence() + 1;
    return record;
  }

  /** Whether more is claimed than was read, or stands there although the position denies it. */
  boolean hasMore() throws IOException {
    long position = file.position();
    // A number that is being written may be read half; a damaged one stays as it is.
    positionIsSound = isPlausible(position) || position != file.position();
    if (!positionIsSound) {
      claimed = Math.min(header.fileBytes(), file.size());
      file.readAheadTo(claimed);
      return at < claimed && frames.soundBehind(at, expected, claimed) != null;
    }
    claimed = isPlausible(position) ? JournalLayout.endOf(position) : at;
    file.readAheadTo(claimed);
    if (at < claimed) {
      return true;
    }
    long word = file.wordNow(at);
    file.forgetWindow();
    return frames.sound(at, expected, word) != null;
  }

  private boolean isPlausible(long position) {
    return JournalLayout.isPlausible(position, header.generation(), header.fileBytes());
  }

  private @Nullable JournalEntry gap(long word, boolean mayChange) throws IOException {
    Kind kind = frames.isUnfinished(at, word, expected) ? Kind.UNFINISHED : Kind.DAMAGED;
    long behind = at + frames.frameBytes(word);
    if (behind > at && behind < claimed && expected > 0) {
      JournalRecord next = frames.sound(behind, expected + 1);
      boolean isNext = next != null && next.sequence() == expected + 1;
      if (isNext || (kind == Kind.UNFINISHED && JournalLayout.lengthOf(word) < 0)) {
        return jump(kind, behind, expected + 1);
      }
    }
    JournalRecord next =
        frames.soundBehind(
            at + JournalLayout.FRAME_ALIGNMENT, expected + 1, Math.min(claimed, file.size()));
    if (next != null) {
      return jump(kind, frames.foundAt(), next.sequence());
    }
    return mayChange ? null : jump(kind, claimed, sequenceAtTheEnd());
  }

  private long sequenceAtTheEnd() throws IOException {
    long position = file.position();
    long first = file.firstSequence();
    return positionIsSound && first > 0
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
}
