package dev.lastcall.report;

import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.util.List;

/** What stands below the timeline: who did not complete and where, the flush, the findings. */
final class Details {
  private static final int INDENT = 4;
  private static final int MOST_SHOWN = 20;

  private final ExitReport report;
  private final TextPage page;
  private final Glyphs glyphs;

  Details(ExitReport report, TextPage page) {
    this.report = report;
    this.page = page;
    this.glyphs = page.glyphs();
  }

  void write() {
    criticalPath();
    section("Left behind", Outcome.Abandoned.class);
    section("Failed", Outcome.Failed.class);
    section("Timed out", Outcome.TimedOut.class);
    section("Skipped", Outcome.Skipped.class);
    flush(report.flush());
    findings(report.findings());
  }

  private void criticalPath() {
    if (report.criticalPath().isEmpty()) {
      return;
    }
    String path = String.join(" " + glyphs.arrow + " ", report.criticalPath());
    page.line().paragraph(Ink.PLAIN, 0, glyphs.critical + " critical path: " + path);
  }

  private void section(String title, Class<? extends Outcome> kind) {
    int members = 0;
    for (CleanupReport cleanup : report.cleanups()) {
      if (kind.isInstance(cleanup.outcome())) {
        if (members == 0) {
          page.line().add(Ink.BOLD, title).line();
        }
        if (members++ < MOST_SHOWN) {
          member(cleanup);
        }
      }
    }
    if (members > MOST_SHOWN) {
      page.oneLine(Ink.DIM, 2, "and " + (members - MOST_SHOWN) + " more");
    }
  }

  private void member(CleanupReport cleanup) {
    Outcome outcome = cleanup.outcome();
    Ink ink = Ink.of(outcome);
    String head = "  " + glyphs.mark(outcome) + " " + Cells.printable(cleanup.name());
    page.add(ink, head);
    if (outcome instanceof Outcome.Skipped skipped) {
      String words = Cells.printable(": " + skipped.why());
      page.add(Cells.cut(words, page.width() - Cells.width(head), glyphs.ellipsis)).line();
      return;
    }
    page.add(" after " + DurationText.of(outcome.elapsed()));
    page.add(" of " + DurationText.of(cleanup.allotted())).line();
    if (outcome instanceof Outcome.Abandoned abandoned) {
      sample(abandoned.sample());
    } else if (outcome instanceof Outcome.TimedOut late) {
      sample(late.sample());
    } else if (outcome instanceof Outcome.Failed failed) {
      thrown(Thrown.of(failed.cause()));
    }
  }

  private void sample(StackSample sample) {
    page.oneLine(Ink.PLAIN, INDENT, "at " + Waiting.brief(sample.place()));
    page.oneLine(Ink.DIM, INDENT, Waiting.of(sample));
  }

  private void thrown(Thrown thrown) {
    page.paragraph(Ink.PLAIN, INDENT, thrown.headline());
    if (!thrown.frames().isEmpty()) {
      page.oneLine(Ink.DIM, INDENT, "at " + Waiting.brief(thrown.place()));
    }
  }

  private void flush(FlushReport flush) {
    if (flush.targets().isEmpty()) {
      return;
    }
    page.line().add(Ink.BOLD, "Flush");
    page.add(", reserve " + DurationText.of(flush.reserve()));
    page.add(flush.lastGasp() ? ", by the last gasp" : "").line();
    if (!flush.reasons().isEmpty()) {
      page.paragraph(Ink.DIM, 2, sum(flush.reasons()));
    }
    for (TargetReport target : flush.targets()) {
      target(target);
    }
  }

  /** The reasons say themselves that they are added. */
  private static String sum(List<String> reasons) {
    StringBuilder sum = new StringBuilder();
    for (String reason : reasons) {
      sum.append(sum.length() == 0 ? "" : " + ");
      sum.append(reason.startsWith("+") ? reason.substring(1) : reason);
    }
    return sum.toString();
  }

  private void target(TargetReport target) {
    Outcome outcome = target.outcome();
    String head = glyphs.mark(outcome) + " " + Cells.printable(target.name());
    page.add("  ").add(Ink.of(outcome), head);
    page.add(outcome.isCompleted() ? " " : " " + outcome.word().replace('-', ' ') + " after ");
    page.add(DurationText.of(outcome.elapsed()));
    page.add(Ink.DIM, " (rehearsed in " + DurationText.of(target.rehearsed()) + ")").line();
    if (outcome instanceof Outcome.Failed failed) {
      thrown(Thrown.of(failed.cause()));
    } else if (outcome instanceof Outcome.Abandoned abandoned) {
      sample(abandoned.sample());
    } else if (outcome instanceof Outcome.Skipped skipped) {
      page.paragraph(Ink.PLAIN, INDENT, skipped.why());
    }
  }

  private void findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    page.line().add(Ink.BOLD, "Findings").line();
    for (Finding finding : findings) {
      Ink ink =
          switch (finding.severity()) {
            case INFO -> Ink.DIM;
            case WARNING -> Ink.YELLOW;
            case ERROR -> Ink.RED;
          };
      page.add("  ").add(ink, Words.of(finding.severity()));
      page.add(Ink.DIM, " " + Cells.printable(finding.id())).line();
      page.paragraph(Ink.PLAIN, INDENT, finding.message());
      if (!finding.advice().isEmpty()) {
        page.paragraph(Ink.DIM, INDENT, glyphs.arrow + " " + finding.advice());
      }
    }
  }
}
