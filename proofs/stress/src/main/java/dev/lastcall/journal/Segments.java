package dev.lastcall.journal;

import dev.lastcall.api.Deadline.Ticker;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Small segments in memory, many of them, because a test of jcstress needs a new one each time. */
final class Segments {
  static final int FRAME = 64;
  static final int TWO_FRAMES = JournalLayout.FRAMES + 2 * FRAME;

  private static final byte[] PAYLOAD = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final int MANY = 12_288;
  private static final ByteBuffer MEMORY = ByteBuffer.allocateDirect(MANY * TWO_FRAMES);
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final JournalOwner OWNER = new JournalOwner(1, Instant.EPOCH, "here");

  private Segments() {}

  /** A segment of one or two frames that is not in use yet. */
  static Segment prepared(int bytes) {
    int number = NEXT.getAndIncrement();
    // What was here before is of another generation, as it is in a file that is used again.
    return segment(bytes, number, (2 * (number / MANY)) & 0xFFFF, memory(number));
  }

  /** The same memory, used again. */
  static Segment again(Segment old) {
    return segment(TWO_FRAMES, 0, old.header().generation() + 1, old.bytes());
  }

  private static Segment segment(int bytes, int salt, int generation, MappedByteBuffer memory) {
    SegmentHeader header =
        new SegmentHeader(JournalLayout.VERSION, salt, 1, bytes, generation, 1, OWNER, "stress");
    return new Segment(Path.of("stress"), header, memory);
  }

  private static MappedByteBuffer memory(int number) {
    int place = Math.floorMod(number, MANY);
    return (MappedByteBuffer) MEMORY.slice(place * TWO_FRAMES, TWO_FRAMES);
  }

  static Segment begun(int bytes) {
    Segment segment = prepared(bytes);
    segment.begin(1);
    return segment;
  }

  /** A mark that was never set. */
  static MarkFile mark() {
    MappedByteBuffer memory = memory(NEXT.getAndIncrement());
    for (int at = 0; at < 2 * FRAME; at += Long.BYTES) {
      memory.putLong(at, 0);
    }
    return new MarkFile(memory);
  }

  /** A chain of a segment with one frame, and one with two behind it. */
  static SegmentChain chain() {
    SegmentChain chain = new SegmentChain(Ticker.system());
    chain.offer(prepared(JournalLayout.FRAMES + FRAME));
    chain.offer(prepared(TWO_FRAMES));
    return chain;
  }

  /** As {@code Journal.append} does it. */
  static long append(SegmentChain chain) {
    Segment segment = chain.current();
    while (segment != null) {
      long claim = segment.claim(FRAME);
      if (claim >= 0) {
        return write(segment, claim);
      }
      segment = chain.after(segment);
    }
    return Journal.NOT_KEPT;
  }

  static long write(Segment segment, long claim) {
    return segment.write(claim, 7, PAYLOAD, 0, PAYLOAD.length, 8, 9);
  }

  /** What a reader makes of the first frame. */
  static String look(Segment segment) {
    ByteBuffer bytes = segment.bytes();
    int at = JournalLayout.FRAMES;
    long word = (long) JournalLayout.LONG.getAcquire(bytes, at);
    int length = JournalLayout.lengthOf(word);
    if (JournalLayout.generationOf(word) != segment.header().generation() || length == 0) {
      return "free";
    }
    if (length < 0) {
      return "claimed";
    }
    byte[] payload = new byte[length - JournalLayout.PAYLOAD];
    bytes.get(at + JournalLayout.PAYLOAD, payload);
    int sum =
        FrameChecksum.of(
            segment.header().salt(),
            word,
            (long) JournalLayout.LONG.get(bytes, at + JournalLayout.SEQUENCE),
            (long) JournalLayout.LONG.get(bytes, at + JournalLayout.MONOTONIC),
            (long) JournalLayout.LONG.get(bytes, at + JournalLayout.WALL),
            payload,
            0,
            payload.length);
    return sum == (int) JournalLayout.INT.get(bytes, at + JournalLayout.CHECKSUM)
        ? "sound"
        : "torn";
  }
}
