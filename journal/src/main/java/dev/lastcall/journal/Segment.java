package dev.lastcall.journal;

import static dev.lastcall.journal.JournalLayout.LONG;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A segment as its owner writes it.
 *
 * <p>Threads claim frames by one compare-and-set on the position, fill them at leisure and publish
 * them by one store. Thread-safe.
 */
final class Segment {
  private final Path path;
  private final SegmentHeader header;
  private final MappedByteBuffer mapped;
  private final ByteBuffer bytes;
  private final int limit;
  private long first;
  private volatile @Nullable Segment next;
  private volatile boolean complete;
  private volatile boolean forced;

  /** Takes a mapped file over: whatever it held before is not valid any more after this. */
  Segment(Path path, SegmentHeader header, MappedByteBuffer mapped) {
    this.path = path;
    this.header = header;
    this.mapped = mapped;
    this.bytes = mapped.order(ByteOrder.LITTLE_ENDIAN);
    this.limit = header.fileBytes();
    prepare();
  }

  /** Each kind of access of a VarHandle takes the JVM milliseconds when it is first used. */
  private void prepare() {
    byte[] copy = header.toBytes();
    bytes.putLong(0, 0).putLong(JournalLayout.HEADER_BYTES, 0);
    VarHandle.fullFence();
    bytes.putLong(JournalLayout.FIRST_SEQUENCE, 0).putLong(JournalLayout.FIRST_SEQUENCE_CHECK, 0);
    bytes.putLong(JournalLayout.CLOSED, 0);
    LONG.setRelease(
        bytes, JournalLayout.POSITION, JournalLayout.startPosition(header.generation()));
    bytes.put(Long.BYTES, copy, Long.BYTES, copy.length - Long.BYTES);
    bytes.put(JournalLayout.HEADER_BYTES + Long.BYTES, copy, Long.BYTES, copy.length - Long.BYTES);
    LONG.setRelease(bytes, 0, JournalLayout.MAGIC);
    LONG.setRelease(bytes, JournalLayout.HEADER_BYTES, JournalLayout.MAGIC);
    VarHandle.fullFence();
  }

  /** Puts it into use; called by one thread before others know it. */
  void begin(long firstSequence) {
    first = firstSequence;
    LONG.setRelease(bytes, JournalLayout.FIRST_SEQUENCE_CHECK, ~firstSequence);
    LONG.setRelease(bytes, JournalLayout.FIRST_SEQUENCE, firstSequence);
    VarHandle.fullFence();
  }

  /** Claims a frame; -1 if there is no room for it, or the segment is sealed. */
  long claim(int frameBytes) {
    while (true) {
      long position = position();
      if (!JournalLayout.isOpen(position, header.generation())
          || JournalLayout.endOf(position) + frameBytes > limit) {
        return -1;
      }
      if (LONG.compareAndSet(
          bytes, JournalLayout.POSITION, position, position + JournalLayout.claim(frameBytes))) {
        return position;
      }
    }
  }

  /** Writes a record into a claimed frame and publishes it; returns its sequence. */
  long write(
      long claim, int type, byte[] payload, int offset, int length, long monotonic, long wall) {
    int at = JournalLayout.endOf(claim);
    long sequence = first + JournalLayout.countOf(claim);
    int frame = JournalLayout.PAYLOAD + length;
    LONG.setOpaque(bytes, at, JournalLayout.word(-frame, type, header.generation()));
    try {
      long word = JournalLayout.word(frame, type, header.generation());
      int sum =
          FrameChecksum.of(header.salt(), word, sequence, monotonic, wall, payload, offset, length);
      bytes.putInt(at + JournalLayout.CHECKSUM, sum);
      bytes.putLong(at + JournalLayout.SEQUENCE, sequence);
      bytes.putLong(at + JournalLayout.MONOTONIC, monotonic);
      bytes.putLong(at + JournalLayout.WALL, wall);
      bytes.put(at + JournalLayout.PAYLOAD, payload, offset, length);
      LONG.setRelease(bytes, at, word);
      return sequence;
    } catch (Throwable failure) {
      int failed = -(frame + JournalLayout.FAILED);
      LONG.setRelease(bytes, at, JournalLayout.word(failed, type, header.generation()));
      throw failure;
    }
  }

  /** Ends the claims; true for the one call that did it. */
  boolean seal() {
    while (true) {
      long position = position();
      if (!JournalLayout.isOpen(position, header.generation())) {
        return false;
      }
      if (LONG.compareAndSet(
          bytes, JournalLayout.POSITION, position, JournalLayout.sealed(position))) {
        return true;
      }
    }
  }

  /** The sequence behind the last one claimed so far. */
  long nextSequence() {
    return first + JournalLayout.countOf(position());
  }

  long position() {
    return (long) LONG.getVolatile(bytes, JournalLayout.POSITION);
  }

  /** Whether no claimed frame is still being written, seen from the start of the segment. */
  boolean isQuiet() {
    if (complete) {
      return true;
    }
    boolean isSealed = JournalLayout.isSealed(position());
    boolean isWritten = isWritten();
    complete = isSealed && isWritten;
    return isWritten;
  }

  private boolean isWritten() {
    int end = JournalLayout.endOf(position());
    int at = JournalLayout.FRAMES;
    while (at < end) {
      long word = (long) LONG.getVolatile(bytes, at);
      int length = JournalLayout.lengthOf(word);
      if (JournalLayout.generationOf(word) != header.generation()) {
        return false;
      }
      if (length < 0) {
        length = -length - JournalLayout.FAILED;
      }
      if (length < JournalLayout.PAYLOAD) {
        return false;
      }
      at += JournalLayout.frameBytes(length);
    }
    return true;
  }

  void noteClosed() {
    LONG.setRelease(bytes, JournalLayout.CLOSED, 1L);
  }

  /** Writes it to the device, unless that was done after its last record. */
  void force() {
    if (forced) {
      return;
    }
    boolean isComplete = isQuiet() && complete;
    mapped.force();
    forced = isComplete;
  }

  MappedByteBuffer bytes() {
    return mapped;
  }

  Path path() {
    return path;
  }

  SegmentHeader header() {
    return header;
  }

  long first() {
    return first;
  }

  /** The segment that was put into use after this one; null if none was. */
  @Nullable Segment next() {
    return next;
  }

  void followedBy(Segment segment) {
    next = segment;
  }
}
