package dev.lastcall.report;

import java.util.List;

/**
 * What is to be said of a process that has no exit report, in the form of one. Immutable and
 * thread-safe.
 *
 * @param fine whether it is as it should be
 * @param sentence the most important, in a few words
 * @param facts short texts that stand beside each other
 * @param process short texts about the process
 * @param paragraphs what else there is to say, most important first
 */
public record Notice(
    boolean fine,
    String sentence,
    List<String> facts,
    List<String> process,
    List<String> paragraphs) {
  private static final int INDENT = 2;

  /** Copies the lists. */
  public Notice {
    facts = List.copyOf(facts);
    process = List.copyOf(process);
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * Returns it as text for a terminal, which prints and never obeys what others wrote.
   *
   * @param style what the terminal can show
   * @return several lines, each with a line break at its end
   */
  public String render(TextStyle style) {
    TextPage page = new TextPage(style);
    Ink ink = fine ? Ink.BOLD_GREEN : Ink.BOLD_RED;
    page.paragraph(ink, 0, page.glyphs().verdict(fine) + " " + sentence);
    page.items(Ink.PLAIN, INDENT, facts);
    page.items(Ink.DIM, INDENT, process);
    for (String paragraph : paragraphs) {
      page.line().paragraph(Ink.PLAIN, INDENT, paragraph);
    }
    return page.text();
  }
}
