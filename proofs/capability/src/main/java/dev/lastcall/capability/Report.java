package dev.lastcall.capability;

/**
 * What a tool said about a place.
 *
 * @param file the file's name within the corpus
 * @param from first line
 * @param to last line
 * @param rule the tool's own name for what it looked for
 */
record Report(String file, int from, int to, String rule) {
  static Report at(String file, int line, String rule) {
    return new Report(file, line, line, rule);
  }

  boolean touches(Extent extent) {
    return from <= extent.to() && extent.from() <= to;
  }
}
