package dev.lastcall.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Text measured in the cells of a terminal, where a Chinese character takes two and an accent that
 * combines takes none.
 *
 * <p>The ranges are those of East Asian Width W and F (Unicode Standard Annex 11), joined to
 * blocks.
 */
final class Cells {
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x231A, 0x231B},
    {0x23E9, 0x23EC},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18DFF},
    {0x1B000, 0x1B2FF},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private static final int LONGEST = 2_000;

  private Cells() {}

  /** Returns how many cells a text takes. */
  static int width(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      width += width(text.codePointAt(at));
    }
    return width;
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /**
   * Returns a text that a terminal prints and does not obey: control and format characters, line
   * breaks and half surrogates become blanks. Cut after {@value #LONGEST} characters.
   */
  static String printable(String text) {
    StringBuilder safe = new StringBuilder(Math.min(LONGEST, text.length()));
    int end = Math.min(LONGEST, text.length());
    for (int at = 0; at < end; at += Character.charCount(text.codePointAt(at))) {
      safe.appendCodePoint(visible(text.codePointAt(at)));
    }
    return safe.toString();
  }

  private static int visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          ' ';
      default -> codePoint;
    };
  }

  /** Returns a text cut to a width, with the given mark at the cut. */
  static String cut(String text, int width, String mark) {
    if (width(text) <= width) {
      return text;
    }
    int room = width - width(mark);
    int end = 0;
    for (int used = 0; end < text.length(); end += Character.charCount(text.codePointAt(end))) {
      used += width(text.codePointAt(end));
      if (used > room) {
        break;
      }
    }
    return text.substring(0, end) + mark;
  }

  /** Returns a text of exactly this width: cut with a mark, or filled with blanks. */
  static String fit(String text, int width, String mark) {
    String cut = cut(text, width, mark);
    return cut + " ".repeat(Math.max(0, width - width(cut)));
  }

  /** Returns a text in lines of at most this width, broken at blanks where there are any. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (width(rest) > width) {
      String head = cut(rest, width, "");
      int blank = rest.charAt(head.length()) == ' ' ? head.length() : head.lastIndexOf(' ');
      int end = blank > 0 ? blank : Math.max(1, head.length());
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }
}
