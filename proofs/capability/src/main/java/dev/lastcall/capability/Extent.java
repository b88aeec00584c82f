package dev.lastcall.capability;

/**
 * A stretch of lines.
 *
 * @param from first line
 * @param to last line
 */
record Extent(int from, int to) {}
