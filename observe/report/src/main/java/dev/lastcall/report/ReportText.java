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
    TextPage page = new TextPage(style);
    header(report, page);
    page.line();
    new Timeline(report, page).write();
    new Details(report, page).write();
    return page.text();
  }

  private static void header(ExitReport report, TextPage page) {
    Verdict verdict = Verdict.of(report);
    Ink ink = verdict.clean() ? Ink.BOLD_GREEN : Ink.BOLD_RED;
    page.paragraph(ink, 0, page.glyphs().verdict(verdict.clean()) + " " + verdict.sentence());
    page.items(
        Ink.PLAIN,
        INDENT,
        List.of(
            verdict.timing() + " (" + report.gracePeriod().source() + ")",
            report.exitCodeInWords(),
            report.reason().detail() + " at " + WallTime.of(report.beganAt())));
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
