package dev.lastcall.report;

import java.util.ArrayList;
import java.util.List;

/** The text of a report while it grows. */
final class TextPage {
  private final StringBuilder text = new StringBuilder(4_096);
  private final TextStyle style;
  private final Glyphs glyphs;

  TextPage(TextStyle style) {
    this.style = style;
    this.glyphs = Glyphs.of(style.unicode());
  }

  Glyphs glyphs() {
    return glyphs;
  }

  int width() {
    return style.width();
  }

  TextPage add(String part) {
    text.append(part);
    return this;
  }

  TextPage add(Ink ink, String part) {
    if (style.colour()) {
      text.append(ink.begin()).append(part).append(ink.end());
    } else {
      text.append(part);
    }
    return this;
  }

  TextPage add(Track track) {
    for (int from = 0, to; from < track.cells.length; from = to) {
      to = from + 1;
      while (to < track.cells.length && track.inks[to] == track.inks[from]) {
        to++;
      }
      add(track.inks[from], new String(track.cells, from, to - from));
    }
    return this;
  }

  /** Ends a line, without the blanks at its end. */
  TextPage line() {
    while (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    text.append('\n');
    return this;
  }

  /** Adds a text of others in as many lines as it needs, each indented. */
  TextPage paragraph(Ink ink, int indent, String words) {
    return lines(ink, indent, Cells.wrap(Cells.printable(words), width() - indent));
  }

  /** Adds short texts of others beside each other, in as many lines as they need. */
  TextPage items(Ink ink, int indent, List<String> items) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String item : items) {
      String safe = Cells.cut(Cells.printable(item), width() - indent, glyphs.ellipsis);
      String longer = line.isEmpty() ? safe : line + glyphs.dot + safe;
      if (Cells.width(longer) > width() - indent) {
        lines.add(line);
        longer = safe;
      }
      line = longer;
    }
    lines.add(line);
    return lines(ink, indent, lines);
  }

  /** Adds a text of others in one line, cut at the width. */
  TextPage oneLine(Ink ink, int indent, String words) {
    String safe = Cells.printable(words);
    return lines(ink, indent, List.of(Cells.cut(safe, width() - indent, glyphs.ellipsis)));
  }

  private TextPage lines(Ink ink, int indent, List<String> lines) {
    for (String line : lines) {
      add(" ".repeat(indent)).add(ink, line).line();
    }
    return this;
  }

  String text() {
    return text.toString();
  }
}
