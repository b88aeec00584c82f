package dev.lastcall.runtime;

/**
 * A little memory that is let go when the exit begins, so that an exit with a full heap has some.
 *
 * <p>In small pieces, because a big one would take whole regions of the heap. Used by one thread.
 */
final class Ballast {
  private static final int PIECES = 64;
  private static final int PIECE_BYTES = 16 * 1024;

  private byte[][] pieces = new byte[PIECES][PIECE_BYTES];

  /** Lets the memory go. */
  void drop() {
    pieces = new byte[0][];
  }

  int heldBytes() {
    return pieces.length * PIECE_BYTES;
  }
}
