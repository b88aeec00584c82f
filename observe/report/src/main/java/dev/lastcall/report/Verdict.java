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
 * the grace period and no finding is an error. Immutable and thread-safe.
 *
 * @param clean whether the exit went as it should
 * @param sentence what became of the cleanups, such as {@code 1 abandoned, 4 completed}
 * @param timing how much of the grace period was used, such as {@code 2.41 s of 30 s grace}
 * @param counts how many cleanups had each outcome, by its word; worst first, no zeros
 */
public record Verdict(boolean clean, String sentence, String timing, Map<String, Integer> counts) {
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
    counts.values().removeIf(count -> count == 0);
    boolean inTime = Nanos.of(report.workDone()) <= Nanos.of(report.gracePeriod().length());
    boolean completed = counts.getOrDefault("completed", 0) == report.cleanups().size();
    return new Verdict(
        inTime && completed && flushed(report) && !hasError(report),
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
      counts.merge(cleanup.outcome().word(), 1, Integer::sum);
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
      counts.forEach((word, count) -> parts.add(count + " " + word.replace('-', ' ')));
    }
    long lost =
        report.flush().targets().stream().filter(target -> !target.outcome().isCompleted()).count();
    if (lost > 0) {
      parts.add(lost + (lost == 1 ? " flush target lost" : " flush targets lost"));
    }
    return String.join(", ", parts);
  }

  private static boolean flushed(ExitReport report) {
    return report.flush().targets().stream()
        .map(TargetReport::outcome)
        .allMatch(outcome -> outcome.isCompleted());
  }

  private static boolean hasError(ExitReport report) {
    return report.findings().stream()
        .anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
  }
}
