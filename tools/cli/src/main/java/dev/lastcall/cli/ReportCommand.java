package dev.lastcall.cli;

import dev.lastcall.api.Arguments;
import dev.lastcall.page.ReportPage;
import dev.lastcall.recorder.RecordedExits;
import dev.lastcall.report.ReportText;
import dev.lastcall.report.TextStyle;
import dev.lastcall.report.Unfinished;
import dev.lastcall.report.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code lastcall report}: shows one exit report, many together, or what a recorder says of a
 * process, as text, as JSON or as a page.
 */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Shows an exit report: verdict, timeline, who was left behind and where.",
      "Of a folder of reports, shows what each cleanup costs over all of them: percentiles by version,",
      "outliers, trend, and a heat map.",
      "Of the folder of a recorder, shows what became of the process, also if it was killed."
    },
    footer = {
      "",
      "Exit codes: 0 every exit was clean or the process runs, 1 one was not clean or was killed,",
      "2 there is nothing to show."
    })
final class ReportCommand implements Subcommand {
  private static final int MOST_OTHERS = 10;

  /** When to write colours. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description =
          "The report, a directory of reports (those below it too), or that of a recorder.")
  private Path file = Path.of("");

  @Option(
      names = "--html",
      paramLabel = "OUT",
      description = "Also write the report as one self-contained HTML page to this file.")
  private @Nullable Path html;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "What to print: text, json or html. Default: text.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = "--width",
      paramLabel = "CELLS",
      description = "How wide the text is, 60 to 400. Default: as wide as the terminal.")
  private @Nullable Integer width;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "When to write colours: auto, always or never. Default: auto.")
  private Colour colour = Colour.AUTO;

  @Option(
      names = "--all",
      description = "Of the folder of a recorder, show every process on record, newest first.")
  private boolean all;

  @Option(
      names = "--metrics",
      description =
          "Of the folder of a recorder, print only the last metrics of the last process, as they"
              + " were.")
  private boolean metrics;

  @Option(
      names = "--newest",
      description = "Of a directory of reports, show the newest and name the others.")
  private boolean newest;

  @Option(names = "--ascii", description = "Draw with plain ASCII instead of block characters.")
  private boolean ascii;

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    TextStyle style = style();
    if (RecordedExits.isIn(file)) {
      RecordedView view = new RecordedView(file, style, spec.commandLine().getOut());
      return metrics ? view.metrics() : view.show(format, all, page());
    }
    refuse("all", all);
    refuse("metrics", metrics);
    List<ReportFiles.Found> found = ReportFiles.of(file);
    PrintWriter out = spec.commandLine().getOut();
    return found.size() > 1 && !newest
        ? new FleetView(file, style, out).show(found, format, page())
        : one(found, style, out);
  }

  private int one(List<ReportFiles.Found> found, TextStyle style, PrintWriter out)
      throws IOException {
    ReportFiles.Found last = found.get(0);
    page().write(last.report(), Unfinished.NOTHING);
    switch (format) {
      case TEXT -> text(found, style, out);
      case JSON -> out.print(Files.readString(last.file()));
      case HTML -> ReportPage.write(last.report(), out);
    }
    page().mention(format, out);
    out.flush();
    return Verdict.of(last.report()).clean() ? FINE : TROUBLE;
  }

  private void refuse(String option, boolean given) {
    if (given) {
      throw Arguments.refusal(option, file, "the folder of a recorder");
    }
  }

  private TextStyle style() {
    boolean coloured = colour == Colour.AUTO ? terminal.colour() : colour == Colour.ALWAYS;
    int cells = width == null ? terminal.width() : width;
    return new TextStyle(cells, coloured, terminal.unicode() && !ascii);
  }

  private static void text(List<ReportFiles.Found> found, TextStyle style, PrintWriter out) {
    out.print(ReportText.render(found.get(0).report(), style));
    if (found.size() == 1) {
      return;
    }
    out.println();
    out.println("This is " + found.get(0).file() + "; older ones:");
    for (ReportFiles.Found other : found.subList(1, Math.min(found.size(), MOST_OTHERS + 1))) {
      Verdict verdict = Verdict.of(other.report());
      out.println("  " + other.file() + "  " + verdict.sentence() + ", " + verdict.timing());
    }
    if (found.size() > MOST_OTHERS + 1) {
      out.println("  and " + (found.size() - MOST_OTHERS - 1) + " more");
    }
  }

  private HtmlFile page() {
    return new HtmlFile(html);
  }
}
