package dev.lastcall.report;

import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An exit in one sentence, and whether it went as it should.
 *
 * <p>An exit is clean if every cleanup and every flush target completed, the work was done inside
 * the grace period and no step of the exit itself failed. What the start-up checks found wrong with
 * the process, such as a signal that cannot be taken, is said in the sentence, but does not make an
 * exit unclean that lost nothing. Immutable and thread-safe.
 *
 * @param clean whether the exit went as it should
 * @param sentence what became of the cleanups, such as {@code 1 abandoned, 4 completed}
 * @param timing how much of the grace period was used, such as {@code 2.41 s of 30 s grace}
 * @param counts how many cleanups had each outcome, by its word; worst first, no zeros
 */
public record Verdict(boolean clean, String sentence, String timing, Map<String, Integer> counts) {
  /** The errors that are about this exit; all others were found at start-up. */
  private static final List<String> OF_THE_EXIT = List.of("exit-step-failed", "cleanup-work-fault");

  private static final List<Integer> NONE = List.of(0);
  private static final List<String> WORST_FIRST =
      List.of("abandoned", "failed", "timed-out", "skipped", "completed");

  /** Makes the map unchangeable; it keeps its order. */
  public Verdict {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  /**
   * Returns the verdict on an exit.
   *
   * @param report the exit's report
   * @return the verdict
   */
  public static Verdict of(ExitReport report) {
    Map<String, Integer> counts = count(report.cleanups());
    counts.values().removeAll(NONE);
    boolean inTime = Nanos.of(report.workDone()) <= Nanos.of(report.gracePeriod().length());
    boolean completed = counts.getOrDefault("completed", 0) == report.cleanups().size();
    return new Verdict(
        inTime && completed && lostTargets(report) == 0 && errors(report, true) == 0,
        sentence(report, counts, completed, inTime),
        DurationText.of(report.workDone())
            + " of "
            + DurationText.of(report.gracePeriod().length())
            + " grace",
        counts);
  }

  /** Returns how many cleanups had each outcome, worst first, zeros included. */
  static Map<String, Integer> count(List<CleanupReport> cleanups) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String word : WORST_FIRST) {
      counts.put(word, 0);
    }
    for (CleanupReport cleanup : cleanups) {
      String word = cleanup.outcome().word();
      counts.put(word, counts.getOrDefault(word, 0) + 1);
    }
    return counts;
  }

  private static String sentence(
      ExitReport report, Map<String, Integer> counts, boolean completed, boolean inTime) {
    List<String> parts = new ArrayList<>();
    if (!inTime) {
      parts.add("grace period exceeded");
    }
    int all = report.cleanups().size();
    if (completed) {
      parts.add(
          all == 0
              ? "no cleanups"
              : all == 1 ? "1 cleanup completed" : "all " + all + " cleanups completed");
    } else {
      for (Map.Entry<String, Integer> count : counts.entrySet()) {
        parts.add(count.getValue() + " " + count.getKey().replace('-', ' '));
      }
    }
    int lost = lostTargets(report);
    if (lost > 0) {
      parts.add(lost + (lost == 1 ? " flush target lost" : " flush targets lost"));
    }
    addErrors(errors(report, true), "in the exit itself", parts);
    addErrors(errors(report, false), "found at start-up", parts);
    return String.join(", ", parts);
  }

  private static int lostTargets(ExitReport report) {
    int lost = 0;
    for (TargetReport target : report.flush().targets()) {
      lost += target.outcome().isCompleted() ? 0 : 1;
    }
    return lost;
  }

  private static void addErrors(int errors, String where, List<String> parts) {
    if (errors > 0) {
      parts.add(errors + (errors == 1 ? " error " : " errors ") + where);
    }
  }

  private static int errors(ExitReport report, boolean ofTheExit) {
    int errors = 0;
    for (Finding finding : report.findings()) {
      boolean isError = finding.severity() == Finding.Severity.ERROR;
      errors += isError && OF_THE_EXIT.contains(finding.id()) == ofTheExit ? 1 : 0;
    }
    return errors;
  }
}
