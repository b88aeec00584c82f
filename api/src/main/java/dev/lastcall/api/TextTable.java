package dev.lastcall.api;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells as lines of text in which the columns stand below each other.
 *
 * <p>A column whose heading begins with {@code >} is set to the right. Columns without any text are
 * left out. Confined to one thread.
 */
final class TextTable {
  private static final String GAP = "  ";

  private final String[] headings;
  private final int[] widths;
  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... headings) {
    this.headings = headings;
    this.widths = new int[headings.length];
  }

  /** Adds a row of as many cells as there are headings. */
  void row(String... cells) {
    for (int column = 0; column < cells.length; column++) {
      widths[column] = Math.max(widths[column], cells[column].length());
    }
    rows.add(cells);
  }

  /** Appends the lines, each with a line break. */
  void appendTo(StringBuilder text) {
    String[] titles = new String[headings.length];
    for (int column = 0; column < titles.length; column++) {
      titles[column] = isRight(column) ? headings[column].substring(1) : headings[column];
      if (widths[column] > 0) {
        widths[column] = Math.max(widths[column], titles[column].length());
      }
    }
    appendLine(text, titles);
    for (String[] cells : rows) {
      appendLine(text, cells);
    }
  }

  private void appendLine(StringBuilder text, String[] cells) {
    int begin = text.length();
    for (int column = 0; column < cells.length; column++) {
      if (widths[column] == 0) {
        continue;
      }
      String pad = " ".repeat(widths[column] - cells[column].length());
      text.append(text.length() == begin ? "" : GAP);
      text.append(isRight(column) ? pad + cells[column] : cells[column] + pad);
    }
    int end = text.length();
    while (end > begin && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    text.append('\n');
  }

  private boolean isRight(int column) {
    return headings[column].startsWith(">");
  }
}
