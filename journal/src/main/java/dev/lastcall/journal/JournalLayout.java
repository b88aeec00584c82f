package dev.lastcall.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where everything lies in a segment, version 1. All numbers are little-endian.
 *
 * <p>A segment is a file, {@code 00000000000000000007.journal}, with its index in the name:
 *
 * <pre>
 *      0  header, first copy    512 bytes, see below; written before the segment is used
 *    512  header, second copy   the same bytes
 *   1024  first sequence    8   of the first record here; 0 until the segment is used
 *   1032  its complement    8   ~first sequence, so that damage shows
 *   1088  closed            8   1 once the owner has closed the journal
 *   1280  position          8   generation (bits 46 to 61), sealed (45), records claimed (23 to 44),
 *                               end of the claims in units of 64 bytes (0 to 22)
 *   4096  frames                each begins at a multiple of 64
 *
 *   header                            frame
 *      0  magic "LCJOURNL"   8           0  length, this header and the payload   4
 *      8  version            4           4  type                                  2
 *     12  salt               4           6  generation of the segment             2
 *     16  index              8           8  checksum                              4
 *     24  file size          4          12  0                                     4
 *     28  generation         4          16  sequence                              8
 *     32  session            8          24  monotonic nanoseconds                 8
 *     40  pid                8          32  wall clock, nanoseconds since 1970    8
 *     48  started at, ms     8          40  payload
 *     56  content        1 + 32             zeros or older bytes up to the next frame
 *     96  host          1 + 200
 *    508  CRC32C of 0..507   4
 * </pre>
 *
 * <p>Whoever claims a frame exchanges the position in one step. The generation in it makes that
 * fail for a thread that was held up for so long that the file is used again meanwhile.
 *
 * <p>A frame's first eight bytes are one word, written last and in one step. Its length says what
 * the frame is: negative while a thread writes it, positive once it is published, below -2^29 if
 * the thread failed in the middle. A word of another generation is left from an earlier use of the
 * file, so that nothing has to be zeroed when a file is used again. The checksum is the CRC32C of
 * the payload, combined by exclusive or with a hash of the frame's numbers; see {@link
 * FrameChecksum}.
 */
final class JournalLayout {
  static final long MAGIC = 0x4C4E5255_4F4A434CL;
  static final int VERSION = 1;

  static final int HEADER_BYTES = 512;
  static final int FIRST_SEQUENCE = 1024;
  static final int FIRST_SEQUENCE_CHECK = 1032;
  static final int CLOSED = 1088;
  static final int POSITION = 1280;
  static final int FRAMES = 4096;

  static final int FRAME_ALIGNMENT = 64;
  static final int CHECKSUM = 8;
  static final int SEQUENCE = 16;
  static final int MONOTONIC = 24;
  static final int WALL = 32;
  static final int PAYLOAD = 40;

  /** Added to a length before it is negated: claimed by a thread that failed. */
  static final int FAILED = 1 << 29;

  /** What a position can count: records of 64 bytes in a segment of this size. */
  static final int LARGEST_SEGMENT = 256 << 20;

  private static final int COUNT_SHIFT = 23;
  private static final int GENERATION_SHIFT = 46;
  private static final long SEALED = 1L << 45;
  private static final long END = (1L << COUNT_SHIFT) - 1;
  private static final long COUNT = (1L << 22) - 1;

  /**
   * Called with exactly a ByteBuffer, an int and an int, or the JVM makes classes to adapt them.
   */
  static final VarHandle INT = exactView(int[].class);

  /** Likewise, with a long. */
  static final VarHandle LONG = exactView(long[].class);

  private JournalLayout() {}

  private static VarHandle exactView(Class<?> array) {
    return MethodHandles.byteBufferViewVarHandle(array, ByteOrder.LITTLE_ENDIAN)
        .withInvokeExactBehavior();
  }

  /** The bytes that a frame takes, up to the next one. */
  static int frameBytes(int length) {
    return (length + FRAME_ALIGNMENT - 1) & -FRAME_ALIGNMENT;
  }

  static long word(int length, int type, int generation) {
    return (length & 0xFFFF_FFFFL) | ((long) type << 32) | ((long) generation << 48);
  }

  static int lengthOf(long word) {
    return (int) word;
  }

  static int typeOf(long word) {
    return (int) (word >>> 32) & 0xFFFF;
  }

  static int generationOf(long word) {
    return (int) (word >>> 48);
  }

  /** A position with nothing claimed. */
  static long startPosition(int generation) {
    return ((long) generation << GENERATION_SHIFT) + FRAMES / FRAME_ALIGNMENT;
  }

  /** What is added to a position to claim one frame. */
  static long claim(int frameBytes) {
    return (1L << COUNT_SHIFT) + frameBytes / FRAME_ALIGNMENT;
  }

  static long sealed(long position) {
    return position | SEALED;
  }

  /** Whether frames can be claimed, by who knows the segment by its generation. */
  static boolean isOpen(long position, int generation) {
    return (position & SEALED) == 0 && position >>> GENERATION_SHIFT == generation;
  }

  static boolean isSealed(long position) {
    return (position & SEALED) != 0;
  }

  /** Whether a position is one that a segment of some size can have. */
  static boolean isPlausible(long position, int generation, int fileBytes) {
    int end = endOf(position);
    return position >>> GENERATION_SHIFT == generation
        && end >= FRAMES
        && end <= fileBytes
        && countOf(position) <= (end - FRAMES) / FRAME_ALIGNMENT;
  }

  static int endOf(long position) {
    return (int) (position & END) * FRAME_ALIGNMENT;
  }

  static long countOf(long position) {
    return (position >>> COUNT_SHIFT) & COUNT;
  }
}
