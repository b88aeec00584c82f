package dev.lastcall.report;

import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.ProcessFacts;
import java.util.List;

/**
 * The exit report for a terminal: verdict, timeline with bars, who was left behind and where, flush
 * and findings.
 *
 * <p>What others wrote (names, messages) is never obeyed by the terminal: control characters become
 * blanks. Stateless and thread-safe.
 */
public final class ReportText {
  private static final int INDENT = 2;

  private ReportText() {}

  /**
   * Returns a report as text with block characters.
   *
   * @param report the report
   * @param width the width in cells, cut to {@value TextStyle#NARROWEST} to {@value
   *     TextStyle#WIDEST}, so that an odd terminal costs nobody the report
   * @param colour whether to write ANSI colours
   * @return several lines, each with a line break at its end
   */
  public static String render(ExitReport report, int width, boolean colour) {
    int cells = Math.max(TextStyle.NARROWEST, Math.min(TextStyle.WIDEST, width));
    return render(report, new TextStyle(cells, colour, true));
  }

  /**
   * Returns a report as text.
   *
   * @param report the report
   * @param style what the terminal can show
   * @return several lines, each with a line break at its end
   */
  public static String render(ExitReport report, TextStyle style) {
    return render(report, Unfinished.NOTHING, style);
  }

  /**
   * Returns a report of an exit that did not come to its end as text.
   *
   * @param report the report, as far as it goes
   * @param unfinished what of it is no outcome
   * @param style what the terminal can show
   * @return several lines, each with a line break at its end
   */
  public static String render(ExitReport report, Unfinished unfinished, TextStyle style) {
    TextPage page = new TextPage(style);
    header(report, unfinished, page);
    page.line();
    new Timeline(report, unfinished, page).write();
    new Details(report, unfinished, page).write();
    return page.text();
  }

  private static void header(ExitReport report, Unfinished unfinished, TextPage page) {
    String source = " (" + report.gracePeriod().source() + ")";
    String began = report.reason().detail() + " at " + WallTime.of(report.beganAt());
    if (unfinished.isNothing()) {
      Verdict verdict = Verdict.of(report);
      verdict(verdict.clean(), verdict.sentence(), page);
      page.items(
          Ink.PLAIN, INDENT, List.of(verdict.timing() + source, report.exitCodeInWords(), began));
    } else {
      verdict(false, unfinished.sentence(), page);
      page.items(Ink.PLAIN, INDENT, List.of(unfinished.timing() + source, began));
    }
    process(report, page);
  }

  private static void verdict(boolean clean, String sentence, TextPage page) {
    Ink ink = clean ? Ink.BOLD_GREEN : Ink.BOLD_RED;
    page.paragraph(ink, 0, page.glyphs().verdict(clean) + " " + sentence);
  }

  private static void process(ExitReport report, TextPage page) {
    ProcessFacts process = report.process();
    String command = process.command().isEmpty() ? "process" : process.command();
    page.items(
        Ink.DIM,
        INDENT,
        List.of(
            command + " " + process.pid() + " on " + process.host(),
            process.java(),
            Words.of(report.mode())));
  }
}
