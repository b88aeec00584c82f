package dev.lastcall.capability;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The costs on one JDK, as a table.
 *
 * @param jdk which
 * @param costs of every run
 */
record SpeedTable(String jdk, Map<Way, List<Measured.Cost>> costs) {
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("\n| %s | CPU s | of | wall s | peak MB |%n".formatted(jdk));
    text.append("| --- | --- | --- | --- | --- |\n");
    costs.forEach(
        (way, runs) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.1f (%.1f to %.1f) | %s | %.1f | %d |%n",
                    way.label(),
                    seconds(median(runs, Measured.Cost::cpu)),
                    seconds(runs.stream().mapToLong(Measured.Cost::cpu).min().orElse(0)),
                    seconds(runs.stream().mapToLong(Measured.Cost::cpu).max().orElse(0)),
                    ratio(way),
                    seconds(median(runs, Measured.Cost::wall)),
                    median(runs, Measured.Cost::megabytes))));
    return text.toString();
  }

  /** The plugin and Error Prone are told in compilations, stand-alone runs in attributions. */
  private String ratio(Way way) {
    boolean isAlone = way == Way.ATTRIBUTION || way == Way.LINT || way == Way.LINT_AS_STARTED;
    Way base = isAlone ? Way.ATTRIBUTION : Way.JAVAC;
    double ratio =
        (double) median(costs.getOrDefault(way, List.of()), Measured.Cost::cpu)
            / Math.max(1, median(costs.getOrDefault(base, List.of()), Measured.Cost::cpu));
    return way == base ? "1" : "%.2f × %s".formatted(ratio, base.label());
  }

  private static long median(List<Measured.Cost> runs, ToLongFunction<Measured.Cost> what) {
    long[] sorted = runs.stream().mapToLong(what).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static double seconds(long millis) {
    return millis / 1000.0;
  }
}
