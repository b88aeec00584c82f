package dev.lastcall.recorder;

import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.recorder.RecordedExit.Closed;
import dev.lastcall.recorder.RecordedExit.Ended;
import dev.lastcall.recorder.RecordedExit.KilledInExit;
import dev.lastcall.recorder.RecordedExit.StillRunning;
import dev.lastcall.report.DurationText;
import dev.lastcall.report.Notice;
import dev.lastcall.report.ReportText;
import dev.lastcall.report.TextStyle;
import dev.lastcall.report.Unfinished;
import dev.lastcall.report.Verdict;
import dev.lastcall.report.WallTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of a process, for a terminal, in the form of the exit report. Stateless and
 * thread-safe.
 */
public final class RecordedExitText {
  private static final int MOST_NAMES = 20;

  /** The halt of Lastcall itself comes about as long before the end of the grace period. */
  private static final Duration NEAR_THE_END = Duration.ofSeconds(1);

  private RecordedExitText() {}

  /**
   * Returns it as text.
   *
   * @param exit what became of the process
   * @param style what the terminal can show
   * @return several lines, each with a line break at its end
   */
  public static String render(RecordedExit exit, TextStyle style) {
    if (exit instanceof Ended ended) {
      return ReportText.render(ended.report(), style) + notes(omitted(ended.omitted()));
    }
    Optional<ExitProgress> progress = progress(exit);
    if (progress.isEmpty()) {
      return notice(exit).render(style);
    }
    ExitReport report = asReport(exit).orElseThrow();
    List<String> notes = new ArrayList<>(omitted(progress.get().unlisted()));
    if (exit instanceof KilledInExit && nearTheEnd(progress.get())) {
      notes.add(
          "The grace period was about to end: Lastcall's own halt or SIGKILL; the exit code says"
              + " (137 is SIGKILL).");
    }
    return ReportText.render(report, unfinished(exit).orElseThrow(), style) + notes(notes);
  }

  /**
   * Returns what became of a process in one line.
   *
   * @param exit what became of it
   * @return a few words without a line break
   */
  public static String sentence(RecordedExit exit) {
    if (exit instanceof Ended ended) {
      Verdict verdict = Verdict.of(ended.report());
      return verdict.sentence() + ", " + verdict.timing();
    }
    return unfinished(exit).map(Unfinished::sentence).orElseGet(() -> notice(exit).sentence());
  }

  /**
   * Tells whether it is as it should be.
   *
   * @param exit what became of a process
   * @return true if its exit was clean, or no exit has begun and it lives
   */
  public static boolean isFine(RecordedExit exit) {
    if (exit instanceof Ended ended) {
      return ended.omitted() == 0 && Verdict.of(ended.report()).clean();
    }
    return exit instanceof StillRunning || exit instanceof Closed;
  }

  /**
   * Returns the exit as a report, for what draws reports: of an exit without an end, what was
   * running counts as abandoned and what had not begun as skipped; {@link #unfinished} names them.
   *
   * @param exit what became of a process
   * @return empty if no exit had begun
   */
  public static Optional<ExitReport> asReport(RecordedExit exit) {
    return exit instanceof Ended ended
        ? Optional.of(ended.report())
        : progress(exit).map(progress -> ProgressReport.ofKilled(exit.process(), progress));
  }

  /**
   * Returns what of {@link #asReport} is no outcome.
   *
   * @param exit what became of a process
   * @return empty if its exit came to an end or had not begun
   */
  public static Optional<Unfinished> unfinished(RecordedExit exit) {
    String verb = exit instanceof StillRunning ? "still" : "killed";
    return progress(exit).map(progress -> ProgressWords.of(exit.process(), progress, verb));
  }

  private static Optional<ExitProgress> progress(RecordedExit exit) {
    if (exit instanceof KilledInExit killed) {
      return Optional.of(killed.progress());
    }
    return exit instanceof StillRunning running ? running.progress() : Optional.empty();
  }

  private static boolean nearTheEnd(ExitProgress progress) {
    return progress.left().filter(left -> left.compareTo(NEAR_THE_END) < 0).isPresent();
  }

  private static List<String> omitted(int cleanups) {
    return cleanups == 0
        ? List.of()
        : List.of("And " + cleanups + " cleanups of which the record is not kept.");
  }

  private static String notes(List<String> notes) {
    return notes.stream().map(note -> "\n" + note + "\n").collect(Collectors.joining());
  }

  private static Notice notice(RecordedExit exit) {
    RecordedProcess process = exit.process();
    List<String> facts = new ArrayList<>();
    facts.add("last sign of life at " + WallTime.of(process.lastSign()));
    facts.add(DurationText.of(process.age()) + " after its start");
    process
        .gracePeriod()
        .ifPresent(
            grace ->
                facts.add(
                    "grace period "
                        + DurationText.of(grace.length())
                        + " ("
                        + grace.source()
                        + ")"));
    return new Notice(
        isFine(exit), words(exit), facts, process(process), List.of(startUp(process)));
  }

  private static String words(RecordedExit exit) {
    if (exit instanceof StillRunning) {
      return "running, no exit has begun";
    }
    if (exit instanceof Closed) {
      return "the recorder was closed before any exit began";
    }
    return exit.process().isReady()
        ? "killed without an exit: no signal came before, or none that it could act on"
        : "killed while it started, without an exit";
  }

  private static List<String> process(RecordedProcess process) {
    ProcessFacts facts = process.facts();
    List<String> items = new ArrayList<>();
    String command = facts.command().isEmpty() ? "process" : facts.command();
    items.add(command + " " + facts.pid() + " on " + facts.host());
    if (!facts.java().isEmpty()) {
      items.add(facts.java());
    }
    process.mode().ifPresent(mode -> items.add(mode.name().toLowerCase(Locale.ROOT)));
    return items;
  }

  private static String startUp(RecordedProcess process) {
    if (process.plan().isEmpty()) {
      return "Its start-up had not ended: ready() was not called, or did not return.";
    }
    if (process.cleanups() == 0) {
      return "Its start-up had ended; no cleanup was registered by then.";
    }
    List<String> names =
        process.plan().get().nodes().stream().map(ExitPlan.Node::name).limit(MOST_NAMES).toList();
    int more = process.cleanups() - names.size();
    return "Its start-up had ended. Cleanups that had not begun: "
        + String.join(", ", names)
        + (more > 0 ? " and " + more + " more." : ".");
  }
}
