package dev.lastcall.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Tells sound frames from others. Not thread-safe. */
final class FrameReader {
  private final SegmentFile file;
  private final SegmentHeader header;
  private long foundAt;

  FrameReader(SegmentFile file, SegmentHeader header) {
    this.file = file;
    this.header = header;
  }

  /** The record at an offset; null if none is published there, or it is altered or too old. */
  @Nullable JournalRecord sound(long at, long least) throws IOException {
    return sound(at, least, file.word(at));
  }

  /** As above, with another word than the one that stands there. */
  @Nullable JournalRecord sound(long at, long least, long word) throws IOException {
    int length = JournalLayout.lengthOf(word);
    if (!isOurs(word) || !isPlausible(at, length)) {
      return null;
    }
    ByteBuffer frame = file.frame(at, length);
    if (frame == null) {
      return null;
    }
    long sequence = frame.getLong(JournalLayout.SEQUENCE);
    return sequence < Math.max(least, 1) ? null : checked(frame, word, sequence);
  }

  private @Nullable JournalRecord checked(ByteBuffer frame, long word, long sequence) {
    byte[] payload = new byte[JournalLayout.lengthOf(word) - JournalLayout.PAYLOAD];
    frame.get(JournalLayout.PAYLOAD, payload);
    long monotonic = frame.getLong(JournalLayout.MONOTONIC);
    long wall = frame.getLong(JournalLayout.WALL);
    int sum =
        FrameChecksum.of(
            header.salt(), word, sequence, monotonic, wall, payload, 0, payload.length);
    if (sum != frame.getInt(JournalLayout.CHECKSUM)) {
      return null;
    }
    return new JournalRecord(
        header.owner(), sequence, JournalLayout.typeOf(word), monotonic, wall, payload);
  }

  /** The first sound record at an offset or behind it; see {@link #foundAt}. */
  @Nullable JournalRecord soundBehind(long from, long least, long end) throws IOException {
    for (long at = from; at < end; at += JournalLayout.FRAME_ALIGNMENT) {
      JournalRecord record = sound(at, least);
      if (record != null) {
        foundAt = at;
        return record;
      }
    }
    return null;
  }

  /** Where the last search ended. */
  long foundAt() {
    return foundAt;
  }

  /** How many frames lie between two offsets by their lengths alone; -1 if they do not fit. */
  long count(long from, long end) throws IOException {
    long count = 0;
    long at = from;
    while (at < end) {
      int bytes = frameBytes(file.word(at));
      if (bytes == 0) {
        return -1;
      }
      at += bytes;
      count++;
    }
    return at == end ? count : -1;
  }

  /** What the frame takes by its word, 0 if the word does not say. */
  int frameBytes(long word) {
    int length = JournalLayout.lengthOf(word);
    if (length < 0) {
      length = length <= -JournalLayout.FAILED ? -(length + JournalLayout.FAILED) : -length;
    }
    return isOurs(word) && isPlausible(JournalLayout.FRAMES, length)
        ? JournalLayout.frameBytes(length)
        : 0;
  }

  /** Claimed by a thread; a word of an older generation is about to become that. */
  boolean isBeingWritten(long word) {
    int length = JournalLayout.lengthOf(word);
    return !isOurs(word) || length == 0 || (length < 0 && length > -JournalLayout.FAILED);
  }

  /** Not published by its writer, as opposed to published and altered since. */
  boolean isUnfinished(long at, long word, long expected) throws IOException {
    if (at + Long.BYTES > file.size()) {
      return false;
    }
    int length = JournalLayout.lengthOf(word);
    if (isOurs(word) && length != 0) {
      return length < 0 && frameBytes(word) > 0 && at + frameBytes(word) <= file.size();
    }
    long repaired = JournalLayout.word(length, JournalLayout.typeOf(word), header.generation());
    return sound(at, expected, repaired) == null;
  }

  private boolean isOurs(long word) {
    return JournalLayout.generationOf(word) == header.generation();
  }

  private boolean isPlausible(long at, int length) {
    return length >= JournalLayout.PAYLOAD && at + length <= header.fileBytes();
  }
}
