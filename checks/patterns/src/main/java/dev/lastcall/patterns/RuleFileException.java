package dev.lastcall.patterns;

/**
 * A rule file that cannot be used; the message gives the file, line, column, and what was expected
 * there.
 */
public final class RuleFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  RuleFileException(String file, int line, int column, String found, String expected) {
    super(file + ":" + line + ":" + column + ": " + found + " (expected: " + expected + ")");
    this.line = line;
    this.column = column;
  }

  /** {@return the line, from 1} */
  public int line() {
    return line;
  }

  /** {@return the column, from 1} */
  public int column() {
    return column;
  }
}
