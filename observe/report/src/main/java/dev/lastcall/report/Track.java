package dev.lastcall.report;

import java.util.Arrays;

/** One row of the timeline: a line of cells, each with a character and a colour. */
final class Track {
  private final TimeAxis axis;
  private final Glyphs glyphs;
  final char[] cells;
  final Ink[] inks;

  Track(TimeAxis axis, Glyphs glyphs) {
    this.axis = axis;
    this.glyphs = glyphs;
    this.cells = new char[axis.cells()];
    this.inks = new Ink[axis.cells()];
    Arrays.fill(cells, ' ');
    Arrays.fill(inks, Ink.PLAIN);
  }

  /** Draws a bar with ends as fine as the characters allow; at least a sliver. */
  Track bar(long fromNanos, long toNanos, Ink ink) {
    double from = Math.min(axis.position(fromNanos), axis.cells() - 0.125);
    double to = Math.max(axis.position(toNanos), from + 0.125);
    for (int cell = (int) from; cell < axis.cells() && cell < to; cell++) {
      put(cell, glyphs.block(Math.max(0, from - cell), Math.min(1, to - cell)), ink);
    }
    return this;
  }

  /** Fills the cells between two points in time with one character, where they are still free. */
  Track line(long fromNanos, long toNanos, char character, Ink ink) {
    int last = Math.min(axis.cells(), (int) Math.ceil(axis.position(toNanos)));
    for (int cell = (int) axis.position(fromNanos); cell < last; cell++) {
      mark(cell, character, ink);
    }
    return this;
  }

  /** Puts one character at a point in time, if it is on the axis and its cell is still free. */
  Track point(long atNanos, char character, Ink ink) {
    return atNanos > axis.endNanos() ? this : mark(cellOf(atNanos), character, ink);
  }

  /** Writes a label that begins at a point in time, unless it would not fit. */
  Track label(long atNanos, String label, Ink ink) {
    int cell = cellOf(atNanos);
    for (int at = 0; cell + label.length() <= axis.cells() && at < label.length(); at++) {
      put(cell + at, label.charAt(at), ink);
    }
    return this;
  }

  private int cellOf(long atNanos) {
    return Math.min(axis.cells() - 1, (int) axis.position(atNanos));
  }

  private Track mark(int cell, char character, Ink ink) {
    if (cells[cell] == ' ') {
      put(cell, character, ink);
    }
    return this;
  }

  private void put(int cell, char character, Ink ink) {
    cells[cell] = character;
    inks[cell] = ink;
  }
}
