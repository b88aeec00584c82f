package dev.lastcall.report;

import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.util.List;
import java.util.function.Predicate;

/** What stands below the timeline: who did not complete and where, the flush, the findings. */
final class Details {
  private static final int INDENT = 4;
  private static final int MOST_SHOWN = 20;

  private final ExitReport report;
  private final Unfinished unfinished;
  private final TextPage page;
  private final Glyphs glyphs;

  Details(ExitReport report, Unfinished unfinished, TextPage page) {
    this.report = report;
    this.unfinished = unfinished;
    this.page = page;
    this.glyphs = page.glyphs();
  }

  void write() {
    criticalPath();
    section("Running", each -> unfinished.running().contains(each.name()));
    section("Left behind", ended(Outcome.Abandoned.class));
    section("Failed", ended(Outcome.Failed.class));
    section("Timed out", ended(Outcome.TimedOut.class));
    section("Skipped", ended(Outcome.Skipped.class));
    section("Not begun", each -> unfinished.notBegun().contains(each.name()));
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

  private Predicate<CleanupReport> ended(Class<? extends Outcome> kind) {
    return each -> kind.isInstance(each.outcome()) && !unfinished.has(each.name());
  }

  private void section(String title, Predicate<CleanupReport> members) {
    int count = 0;
    for (CleanupReport cleanup : report.cleanups()) {
      if (members.test(cleanup)) {
        if (count == 0) {
          page.line().add(Ink.BOLD, title).line();
        }
        if (count++ < MOST_SHOWN) {
          member(cleanup);
        }
      }
    }
    if (count > MOST_SHOWN) {
      page.oneLine(Ink.DIM, 2, "and " + (count - MOST_SHOWN) + " more");
    }
  }

  private void member(CleanupReport cleanup) {
    Outcome outcome = cleanup.outcome();
    Ink ink = Ink.of(outcome);
    boolean running = unfinished.running().contains(cleanup.name());
    String mark = running ? glyphs.running : glyphs.mark(outcome);
    String head = "  " + mark + " " + Cells.printable(cleanup.name());
    page.add(running ? Ink.RED : ink, head);
    if (outcome instanceof Outcome.Skipped skipped) {
      String words = Cells.printable(": " + skipped.why());
      page.add(Cells.cut(words, page.width() - Cells.width(head), glyphs.ellipsis)).line();
      return;
    }
    page.add(running ? " for at least " : " after ");
    page.add(DurationText.of(outcome.elapsed()));
    page.add(" of " + DurationText.of(cleanup.allotted())).line();
    if (running
        && outcome instanceof Outcome.Abandoned unseen
        && unseen.sample().frames().isEmpty()) {
      page.oneLine(Ink.DIM, INDENT, "its thread was not looked at");
      return;
    }
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
