package dev.lastcall.page;

import dev.lastcall.api.Arguments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one cleanup costs over many exits. Immutable and thread-safe.
 *
 * @param name its name
 * @param runs the runs that began, oldest first
 * @param skipped how often it never began
 */
public record FleetCost(String name, List<FleetRun> runs, int skipped) {
  /** Fewer runs have no shape from which one could stand out. */
  private static final int LEAST_FOR_OUTLIERS = 8;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it is null
   */
  public FleetCost {
    runs =
        Arguments.given("runs", runs).stream().sorted(Comparator.comparing(FleetRun::at)).toList();
  }

  /** Returns how long the runs were. */
  public Spread spread() {
    return spread(runs);
  }

  /** Returns how long the runs of each version were, the version that was seen first first. */
  public Map<String, Spread> byVersion() {
    Map<String, List<FleetRun>> groups = new LinkedHashMap<>();
    runs.forEach(run -> groups.computeIfAbsent(run.version(), none -> new ArrayList<>()).add(run));
    Map<String, Spread> spreads = new LinkedHashMap<>();
    groups.forEach((version, group) -> spreads.put(version, spread(group)));
    return spreads;
  }

  /** Returns how many runs ended how, by word; those that were skipped too. */
  public Map<String, Integer> outcomes() {
    Map<String, Integer> counts = new TreeMap<>();
    runs.forEach(run -> counts.merge(run.word(), 1, Integer::sum));
    if (skipped > 0) {
      counts.put("skipped", skipped);
    }
    return counts;
  }

  /** Returns the time of all runs together. */
  public Duration total() {
    return runs.stream().map(FleetRun::elapsed).reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns in how many exits it decided how long the exit took. */
  public int critical() {
    return (int) runs.stream().filter(FleetRun::critical).count();
  }

  /** Returns the runs that took far longer than most, the longest first. */
  public List<FleetRun> outliers() {
    if (runs.size() < LEAST_FOR_OUTLIERS) {
      return List.of();
    }
    Duration limit = spread().farOut();
    return runs.stream()
        .filter(run -> run.elapsed().compareTo(limit) > 0)
        .sorted(Comparator.comparing(FleetRun::elapsed).reversed())
        .toList();
  }

  /**
   * Returns how long the runs were in equal slices of time.
   *
   * @param from the begin of the first slice
   * @param slice how long each is
   * @param slices how many there are
   * @return as many as there are slices; those without a run have the count 0
   */
  List<Spread> trend(Instant from, Duration slice, int slices) {
    List<List<FleetRun>> groups = new ArrayList<>();
    for (int index = 0; index < slices; index++) {
      groups.add(new ArrayList<>());
    }
    for (FleetRun run : runs) {
      long index = Duration.between(from, run.at()).toMillis() / Math.max(1, slice.toMillis());
      groups.get((int) Math.max(0, Math.min(slices - 1, index))).add(run);
    }
    return groups.stream().map(FleetCost::spread).toList();
  }

  private static Spread spread(List<FleetRun> runs) {
    return Spread.of(runs.stream().map(FleetRun::elapsed).toList());
  }
}
