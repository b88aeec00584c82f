package dev.lastcall.cli;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.ExitReport;
import dev.lastcall.page.ReportPage;
import dev.lastcall.recorder.MetricsSnapshot;
import dev.lastcall.recorder.RecordedExit;
import dev.lastcall.recorder.RecordedExitJson;
import dev.lastcall.recorder.RecordedExitText;
import dev.lastcall.recorder.RecordedExits;
import dev.lastcall.report.DurationText;
import dev.lastcall.report.TextStyle;
import dev.lastcall.report.Unfinished;
import dev.lastcall.report.WallTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the folder of a recorder says.
 *
 * @param folder the folder
 * @param style what the terminal can show
 * @param out where to
 */
record RecordedView(Path folder, TextStyle style, PrintWriter out) {
  private static final int MOST_OTHERS = 10;

  /** Prints the last metrics and nothing else. */
  int metrics() throws IOException {
    MetricsSnapshot last =
        last(RecordedExits.in(folder))
            .process()
            .metrics()
            .orElseThrow(
                () ->
                    Arguments.refusal(
                        "metrics", "none", "a process that called snapshots() and lived for one"));
    out.print(last.text());
    out.flush();
    return Subcommand.FINE;
  }

  /** Shows the last process, or all; the exit code is that of the last. */
  int show(ReportFormat format, boolean all, HtmlFile page) throws IOException {
    if (all && (format == ReportFormat.HTML || page.isWanted())) {
      throw Arguments.refusal("all", "with a page", "text or json");
    }
    RecordedExits exits = RecordedExits.in(folder);
    RecordedExit last = last(exits);
    if (page.isWanted()) {
      page.write(report(last), unfinished(last));
    }
    switch (format) {
      case TEXT -> text(exits, all);
      case JSON -> json(exits, all);
      case HTML -> ReportPage.write(report(last), unfinished(last), out);
    }
    page.mention(format, out);
    out.flush();
    return RecordedExitText.isFine(last) ? Subcommand.FINE : Subcommand.TROUBLE;
  }

  private RecordedExit last(RecordedExits exits) {
    return exits
        .last()
        .orElseThrow(
            () -> Arguments.refusal("directory", folder, "a process on record, there is none yet"));
  }

  private ExitReport report(RecordedExit exit) {
    return RecordedExitText.asReport(exit)
        .orElseThrow(
            () ->
                Arguments.refusal(
                    "html", RecordedExitText.sentence(exit), "a process whose exit had begun"));
  }

  private static Unfinished unfinished(RecordedExit exit) {
    return RecordedExitText.unfinished(exit).orElse(Unfinished.NOTHING);
  }

  private void json(RecordedExits exits, boolean all) throws IOException {
    if (all) {
      RecordedExitJson.write(exits.all(), out);
    } else {
      RecordedExitJson.write(last(exits), out);
    }
  }

  private void text(RecordedExits exits, boolean all) {
    List<RecordedExit> each = exits.all();
    one(each.get(0));
    if (exits.damaged() > 0) {
      out.println();
      out.println(
          "The journal was altered in " + exits.damaged() + " places, which were passed by.");
    }
    if (all) {
      for (RecordedExit older : each.subList(1, each.size())) {
        out.println();
        out.println("-".repeat(style.width()));
        out.println();
        one(older);
      }
    } else if (each.size() > 1) {
      older(each);
    }
  }

  private void older(List<RecordedExit> each) {
    out.println();
    out.println("Older processes on record (--all shows them whole):");
    for (RecordedExit older : each.subList(1, Math.min(each.size(), MOST_OTHERS + 1))) {
      out.println(
          "  "
              + WallTime.of(older.process().facts().startedAt())
              + "  "
              + older.process().facts().pid()
              + "  "
              + RecordedExitText.sentence(older));
    }
    if (each.size() > MOST_OTHERS + 1) {
      out.println("  and " + (each.size() - MOST_OTHERS - 1) + " more");
    }
  }

  private void one(RecordedExit exit) {
    out.print(RecordedExitText.render(exit, style));
    Optional<MetricsSnapshot> metrics = exit.process().metrics();
    if (metrics.isPresent()) {
      Duration before = Duration.between(metrics.get().at(), exit.process().lastSign());
      out.println();
      out.println(
          "Last metrics: "
              + metrics.get().text().lines().count()
              + " lines, "
              + DurationText.of(before)
              + " before its last sign of life (--metrics prints those of the last process)");
    }
  }
}
