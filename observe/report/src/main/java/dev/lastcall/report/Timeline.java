package dev.lastcall.report;

import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.PhaseReport;
import dev.lastcall.api.Outcome;

/**
 * The timeline: phases and cleanups as bars on one axis.
 *
 * <p>The axis ends with the work, or with the grace period where the work came near to it. Of many
 * cleanups those are shown that a person looks for: what did not complete, what decided the length,
 * what took longest.
 */
final class Timeline {
  static final int MOST_ROWS = 40;
  private static final int MARGIN = 2;
  private static final int OUTCOME = 21;
  private static final int SHORTEST_NAME = 8;

  private final ExitReport report;
  private final Unfinished unfinished;
  private final TextPage page;
  private final Glyphs glyphs;
  private final TimeAxis axis;
  private final int nameWidth;
  private final long graceEnd;
  private final long reserveBegin;

  Timeline(ExitReport report, Unfinished unfinished, TextPage page) {
    this.report = report;
    this.unfinished = unfinished;
    this.page = page;
    this.glyphs = page.glyphs();
    this.nameWidth = nameWidth();
    this.graceEnd = Nanos.of(report.gracePeriod().length());
    this.reserveBegin = graceEnd - Nanos.of(report.flush().reserve());
    this.axis =
        TimeAxis.to(axisEnd(), Math.max(10, page.width() - MARGIN - nameWidth - 2 - OUTCOME));
  }

  void write() {
    labels();
    for (PhaseReport phase : report.phases()) {
      if (phase.phase() != ExitPhase.REPORT) {
        phase(phase);
      }
    }
    boolean[] shown = Worth.shown(report.cleanups(), MOST_ROWS);
    for (int index = 0; index < shown.length; index++) {
      if (shown[index]) {
        cleanup(report.cleanups().get(index));
      }
    }
    omitted(shown);
  }

  private int nameWidth() {
    int longest = SHORTEST_NAME;
    for (CleanupReport cleanup : report.cleanups()) {
      longest = Math.max(longest, Cells.width(Cells.printable(cleanup.name())));
    }
    return Math.min(longest, page.width() / 4);
  }

  private long axisEnd() {
    long work = Nanos.of(report.workDone());
    for (CleanupReport cleanup : report.cleanups()) {
      work = Math.max(work, Nanos.of(cleanup.began()) + Nanos.of(cleanup.outcome().elapsed()));
    }
    return work >= graceEnd / 2 ? Math.max(work, graceEnd) : work;
  }

  private void labels() {
    Track labels = new Track(axis, glyphs);
    Track ticks = new Track(axis, glyphs);
    for (long at = 0; at <= axis.endNanos(); at += axis.step()) {
      labels.label(at, at == 0 ? "0" : DurationText.of(at), Ink.DIM);
      ticks.point(at, glyphs.tick, Ink.DIM);
    }
    ticks.line(0, axis.endNanos(), glyphs.axis, Ink.DIM);
    row(' ', Ink.PLAIN, "", labels).line();
    row(' ', Ink.PLAIN, "", ticks);
    if (axis.endNanos() >= graceEnd) {
      page.add(Ink.DIM, glyphs.limit + " reserve, grace end");
    }
    page.line();
  }

  private void phase(PhaseReport phase) {
    long from = Nanos.of(phase.began());
    Track track = new Track(axis, glyphs);
    track.line(from, from + Nanos.of(phase.elapsed()), glyphs.phase, Ink.CYAN);
    limits(track);
    row(' ', Ink.CYAN, Words.of(phase.phase()), track);
    page.add(Ink.CYAN, DurationText.of(phase.elapsed()) + ending(phase)).line();
  }

  private String ending(PhaseReport phase) {
    return phase.phase() == ExitPhase.DRAIN && unfinished.isNothing()
        ? ", " + Words.of(report.drain().ending())
        : "";
  }

  private void cleanup(CleanupReport cleanup) {
    Track track = track(cleanup);
    limits(track);
    boolean critical = cleanup.critical();
    row(critical ? glyphs.critical : ' ', critical ? Ink.BOLD : Ink.PLAIN, cleanup.name(), track);
    boolean running = unfinished.running().contains(cleanup.name());
    page.add(running ? Ink.RED : Ink.of(cleanup.outcome()), outcome(cleanup)).line();
  }

  private Track track(CleanupReport cleanup) {
    Outcome outcome = cleanup.outcome();
    Ink ink = unfinished.running().contains(cleanup.name()) ? Ink.RED : Ink.of(outcome);
    long from = Nanos.of(cleanup.began());
    long to = from + Nanos.of(outcome.elapsed());
    Track track = new Track(axis, glyphs);
    if (outcome instanceof Outcome.Skipped) {
      return track;
    }
    if (outcome instanceof Outcome.TimedOut late) {
      long allotted = from + Nanos.of(late.timeout());
      return track.bar(from, Math.min(to, allotted), ink).line(allotted, to, glyphs.late, ink);
    }
    track.bar(from, to, ink);
    return outcome instanceof Outcome.Abandoned && !unfinished.has(cleanup.name())
        ? track.line(to, axis.endNanos(), glyphs.leftBehind, ink)
        : track;
  }

  private void limits(Track track) {
    track.point(reserveBegin, glyphs.limit, Ink.DIM).point(graceEnd, glyphs.limit, Ink.DIM);
  }

  private String outcome(CleanupReport cleanup) {
    Outcome outcome = cleanup.outcome();
    String mark = glyphs.mark(outcome) + " ";
    if (outcome instanceof Outcome.Completed) {
      return mark + DurationText.of(outcome.elapsed());
    }
    if (unfinished.running().contains(cleanup.name())) {
      return glyphs.running + " running " + DurationText.of(outcome.elapsed());
    }
    if (unfinished.notBegun().contains(cleanup.name())) {
      return mark + "not begun";
    }
    String word = mark + outcome.word().replace('-', ' ');
    return outcome instanceof Outcome.Skipped
        ? word
        : word + " " + DurationText.of(outcome.elapsed());
  }

  private TextPage row(char mark, Ink ink, String name, Track track) {
    page.add(Ink.CYAN, mark + " ");
    page.add(ink, Cells.fit(Cells.printable(name), nameWidth, glyphs.ellipsis));
    return page.add(" ").add(track).add(" ");
  }

  private void omitted(boolean[] shown) {
    int hidden = 0;
    boolean completed = true;
    long longest = 0;
    for (int index = 0; index < shown.length; index++) {
      if (!shown[index]) {
        Outcome outcome = report.cleanups().get(index).outcome();
        hidden++;
        completed &= outcome.isCompleted();
        longest = Math.max(longest, Nanos.of(outcome.elapsed()));
      }
    }
    if (hidden > 0) {
      String which = completed ? " more that completed" : " more";
      String words = "and " + hidden + which + ", none longer than " + DurationText.of(longest);
      page.oneLine(Ink.DIM, MARGIN, words);
    }
  }
}
