package dev.lastcall.page;

import dev.lastcall.api.ExitReport;
import dev.lastcall.report.ReportText;
import dev.lastcall.report.TextStyle;
import dev.lastcall.report.Unfinished;
import dev.lastcall.report.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * An exit report as one HTML file that needs nothing else: no network, no server, no other file.
 *
 * <p>Charts are drawn by Apache ECharts, which is inside the file. Names and messages reach the
 * page as data only, never as markup or script, and a content security policy lets no other script
 * run. Stateless and thread-safe.
 */
public final class ReportPage {
  private static final int TEXT_WIDTH = 120;

  private static final PageForm FORM =
      new PageForm(
          "page.html",
          List.of("dom.js", "base.js", "timeline.js", "graph.js", "tables.js", "page.js"));

  private ReportPage() {}

  /**
   * Writes the page of a report.
   *
   * @param report the report
   * @param out where to; not closed
   * @throws IOException if {@code out} throws it
   */
  public static void write(ExitReport report, Appendable out) throws IOException {
    write(report, Unfinished.NOTHING, out);
  }

  /**
   * Writes the page of an exit that did not come to its end.
   *
   * @param report the report, as far as it goes
   * @param unfinished what of it is no outcome
   * @param out where to; not closed
   * @throws IOException if {@code out} throws it
   */
  public static void write(ExitReport report, Unfinished unfinished, Appendable out)
      throws IOException {
    String sentence =
        unfinished.isNothing() ? Verdict.of(report).sentence() : unfinished.sentence();
    String text = ReportText.render(report, unfinished, new TextStyle(TEXT_WIDTH, false, true));
    FORM.write(
        title(report, sentence),
        PageData.of(report, unfinished),
        Map.of("text", Markup.text(text)),
        out);
  }

  /**
   * Returns the page of a report as text.
   *
   * @param report the report
   * @return an HTML document of about one megabyte
   */
  public static String text(ExitReport report) {
    StringBuilder text = new StringBuilder(1_200_000);
    try {
      write(report, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String title(ExitReport report, String sentence) {
    return report.process().command() + " " + report.process().pid() + ": " + sentence;
  }
}
