package dev.lastcall.page;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.ExitReport;
import dev.lastcall.report.ReportText;
import dev.lastcall.report.TextStyle;
import dev.lastcall.report.Unfinished;
import dev.lastcall.report.Verdict;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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

  private static final List<String> SCRIPTS =
      List.of("base.js", "timeline.js", "graph.js", "tables.js", "page.js");

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
    String charts = resource("echarts.min.js");
    String script = script();
    new Template(resource("page.html"))
        .fill(
            Map.of(
                "policy", policy(charts, script),
                "title", Markup.text(title(report, sentence)),
                "style", resource("page.css"),
                "text",
                    Markup.text(
                        ReportText.render(
                            report, unfinished, new TextStyle(TEXT_WIDTH, false, true))),
                "data", Markup.json(PageData.of(report, unfinished)),
                "charts", charts,
                "script", script),
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

  /** Returns the parts of our own script as one, in a scope of their own. */
  private static String script() throws IOException {
    StringBuilder script = new StringBuilder("(() => {");
    for (String part : SCRIPTS) {
      script.append(resource(part));
    }
    return script.append("})();").toString();
  }

  /** Allows the two scripts of the page and nothing else: no connection, no frame, no form. */
  private static String policy(String... scripts) {
    StringBuilder policy = new StringBuilder("default-src 'none'; img-src data: blob:; script-src");
    for (String script : scripts) {
      policy.append(" 'sha256-").append(digest(script)).append('\'');
    }
    return policy
        .append("; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
        .toString();
  }

  private static String digest(String script) {
    try {
      byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(Arguments.text("resource", name, "inside the jar"));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
