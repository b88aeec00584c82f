package dev.lastcall.report;

import dev.lastcall.api.Arguments;

/**
 * What the terminal can show. Immutable and thread-safe.
 *
 * @param width the width in cells, {@value #NARROWEST} to {@value #WIDEST}
 * @param colour whether to write ANSI colours
 * @param unicode whether to write block characters; plain ASCII otherwise, but for names and
 *     messages, which stay as they are
 */
public record TextStyle(int width, boolean colour, boolean unicode) {
  /** The narrowest report, in cells. */
  public static final int NARROWEST = 60;

  /** The widest report, in cells. */
  public static final int WIDEST = 400;

  /**
   * Checks the width.
   *
   * @throws IllegalArgumentException if it is outside its limits
   */
  public TextStyle {
    Arguments.between("width", width, NARROWEST, WIDEST);
  }
}
