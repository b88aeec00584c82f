package dev.lastcall.page;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.Outcome;
import dev.lastcall.report.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many exits together: what each cleanup costs, for whom, and since when. Immutable and
 * thread-safe.
 *
 * @param from when the first exit began
 * @param to when the last exit began
 * @param exits how many exits there were
 * @param clean how many of them were clean
 * @param overrun how many of them took longer than their grace period
 * @param whole the exits themselves, as if each was one cleanup
 * @param cleanups each cleanup by name, the one with the most time in all first
 */
public record Fleet(
    Instant from,
    Instant to,
    int exits,
    int clean,
    int overrun,
    FleetCost whole,
    List<FleetCost> cleanups) {
  /** What a report without a version is counted as. */
  public static final String UNKNOWN_VERSION = "unknown";

  /** Slices of a trend: enough to see a week's days, few enough to have runs in each. */
  static final int SLICES = 14;

  private static final int COLUMNS = 60;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it is null
   */
  public Fleet {
    cleanups = List.copyOf(Arguments.given("cleanups", cleanups));
  }

  /**
   * Puts reports together.
   *
   * @param reports by the place that each was read from, at least one
   * @return the fleet
   * @throws IllegalArgumentException if there is none
   */
  public static Fleet of(Map<String, ExitReport> reports) {
    if (Arguments.given("reports", reports).isEmpty()) {
      throw Arguments.refusal("reports", "none", "at least one exit report");
    }
    List<FleetRun> whole = new ArrayList<>();
    Map<String, List<FleetRun>> runs = new LinkedHashMap<>();
    Map<String, Integer> skipped = new LinkedHashMap<>();
    int clean = 0;
    int overrun = 0;
    for (Map.Entry<String, ExitReport> each : reports.entrySet()) {
      ExitReport report = each.getValue();
      boolean isClean = Verdict.of(report).clean();
      clean += isClean ? 1 : 0;
      overrun += report.workDone().compareTo(report.gracePeriod().length()) > 0 ? 1 : 0;
      whole.add(whole(each.getKey(), report, isClean));
      for (CleanupReport cleanup : report.cleanups()) {
        List<FleetRun> known = runs.computeIfAbsent(cleanup.name(), none -> new ArrayList<>());
        if (cleanup.outcome() instanceof Outcome.Skipped) {
          skipped.merge(cleanup.name(), 1, Integer::sum);
        } else {
          known.add(run(each.getKey(), report, cleanup));
        }
      }
    }
    FleetCost exits = new FleetCost("whole exit", whole, 0);
    return new Fleet(
        exits.runs().get(0).at(),
        exits.runs().get(whole.size() - 1).at(),
        whole.size(),
        clean,
        overrun,
        exits,
        costs(runs, skipped));
  }

  private static List<FleetCost> costs(
      Map<String, List<FleetRun>> runs, Map<String, Integer> skipped) {
    return runs.entrySet().stream()
        .map(e -> new FleetCost(e.getKey(), e.getValue(), skipped.getOrDefault(e.getKey(), 0)))
        .sorted(Comparator.comparing(FleetCost::total).reversed().thenComparing(FleetCost::name))
        .toList();
  }

  private static FleetRun whole(String source, ExitReport report, boolean isClean) {
    return new FleetRun(
        source,
        report.beganAt(),
        version(report),
        report.process().host(),
        isClean ? "clean" : "not-clean",
        report.workDone(),
        false);
  }

  private static FleetRun run(String source, ExitReport report, CleanupReport cleanup) {
    return new FleetRun(
        source,
        report.beganAt().plus(cleanup.began()),
        version(report),
        report.process().host(),
        cleanup.outcome().word(),
        cleanup.outcome().elapsed(),
        cleanup.critical());
  }

  private static String version(ExitReport report) {
    String version = report.process().version();
    return version.isEmpty() ? UNKNOWN_VERSION : version;
  }

  /** Returns the versions, the one that was seen first first. */
  public List<String> versions() {
    return List.copyOf(whole.byVersion().keySet());
  }

  /** Returns how long a slice of the trend is. */
  Duration slice() {
    long millis = Duration.between(from, to).toMillis();
    return Duration.ofMillis(Math.max(1, millis / SLICES + 1));
  }

  /** Returns the trend of a cleanup, or of the exits. */
  List<Spread> trend(FleetCost cost) {
    return cost.trend(from, slice(), SLICES);
  }

  /**
   * Returns when a cleanup took how long.
   *
   * @param cost one of {@link #cleanups}, or {@link #whole}
   * @return a map over the time of the whole fleet
   */
  public HeatMap heatMap(FleetCost cost) {
    long millis = Duration.between(from, to).toMillis();
    HeatMap.Builder map =
        HeatMap.of(cost.name())
            .column(Duration.ofMillis(Math.max(1_000, millis / COLUMNS)))
            .rowsPerDoubling(2);
    cost.runs().forEach(run -> map.add(run.at(), run.elapsed(), 1));
    return map.build();
  }
}
