package dev.lastcall.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Results of JMH as tables in Markdown: a table for each class, a row for each contender, three
 * columns for each JDK.
 *
 * <p>A time is the median of all iterations of all forks, with half the distance of the quartiles
 * as its error and the best iteration in brackets. The ratio is of best to best: neighbours on a
 * shared machine can only add to a time.
 */
final class FigureTables {
  private final Set<String> jdks = new LinkedHashSet<>();
  private final Map<String, Map<String, Map<String, Figure>>> byClass = new LinkedHashMap<>();

  /** Adds the results of one JDK. */
  void add(Collection<RunResult> results) {
    for (RunResult result : results) {
      BenchmarkParams params = result.getParams();
      String jdk = "JDK " + params.getVmVersion();
      jdks.add(jdk);
      String name = params.getBenchmark();
      int dot = name.lastIndexOf('.');
      byClass
          .computeIfAbsent(name.substring(0, dot), c -> new LinkedHashMap<>())
          .computeIfAbsent(name.substring(dot + 1) + parameters(params), c -> new LinkedHashMap<>())
          .put(jdk, Figure.of(result));
    }
  }

  private static String parameters(BenchmarkParams params) {
    return params.getParamsKeys().stream()
        .map(key -> " " + key + "=" + params.getParam(key))
        .collect(Collectors.joining());
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    byClass.forEach((name, rows) -> table(text, name, rows));
    return text.toString();
  }

  private void table(StringBuilder text, String className, Map<String, Map<String, Figure>> rows) {
    List<String> baseline = baseline(className);
    text.append("%n### %s%n%n| |".formatted(className.substring(className.lastIndexOf('.') + 1)));
    jdks.forEach(jdk -> text.append(" %s | B | ratio |".formatted(jdk)));
    text.append("\n|---|").append("---|---|---|".repeat(jdks.size())).append('\n');
    rows.keySet().stream()
        .sorted(Comparator.comparing(FigureTables::parameters))
        .forEach(
            contender -> {
              text.append("| ").append(contender).append(" |");
              for (String jdk : jdks) {
                Figure figure = rows.getOrDefault(contender, Map.of()).get(jdk);
                text.append(cells(figure, against(rows, contender, baseline, jdk)));
              }
              text.append('\n');
            });
  }

  private static String parameters(String contender) {
    int space = contender.indexOf(' ');
    return space < 0 ? "" : contender.substring(space);
  }

  private static String cells(@Nullable Figure figure, @Nullable Figure baseline) {
    if (figure == null) {
      return " | | |";
    }
    String ratio =
        baseline == null ? "" : "%.2f".formatted(figure.best() / Math.max(1e-9, baseline.best()));
    return " %s ± %s (%s) %s | %s | %s |"
        .formatted(
            number(figure.median()),
            number(figure.error()),
            number(figure.best()),
            figure.unit(),
            number(figure.bytes()),
            ratio);
  }

  /** The figure to compare with: the best of the baseline's, with the same parameters. */
  private static @Nullable Figure against(
      Map<String, Map<String, Figure>> rows, String contender, List<String> baseline, String jdk) {
    return baseline.stream()
        .map(name -> rows.getOrDefault(name + parameters(contender), Map.of()).get(jdk))
        .filter(Objects::nonNull)
        .min(Comparator.comparingDouble(Figure::best))
        .orElse(null);
  }

  private static List<String> baseline(String className) {
    Against against = classOf(className).getAnnotation(Against.class);
    return against == null ? List.of() : List.of(against.value());
  }

  private static Class<?> classOf(String className) {
    try {
      return Class.forName(className);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the cost of an operation is divided by, and the unit of the quotient. */
  private static Share share(RunResult result) {
    BenchmarkParams params = result.getParams();
    String name = params.getBenchmark();
    Per per = classOf(name.substring(0, name.lastIndexOf('.'))).getAnnotation(Per.class);
    String unit = result.getPrimaryResult().getScoreUnit();
    return per == null
        ? new Share(1, unit)
        : new Share(
            Double.parseDouble(params.getParam(per.value() + "s")),
            unit.replace("/op", "/" + per.value()));
  }

  private record Share(double divisor, String unit) {}

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 99.95 ? "%.1f" : "%.0f", value);
  }

  /**
   * What one contender costs on one JDK.
   *
   * @param median of all iterations
   * @param error half the distance of the quartiles
   * @param best the fastest iteration
   * @param unit of the three
   * @param bytes allocated by an operation, at best: what a profiler allocates is not ours
   */
  private record Figure(double median, double error, double best, String unit, double bytes) {
    static Figure of(RunResult result) {
      Share share = share(result);
      List<Double> times = new ArrayList<>();
      List<Double> bytes = new ArrayList<>();
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          Result<?> allocated = iteration.getSecondaryResults().get("gc.alloc.rate.norm");
          times.add(iteration.getPrimaryResult().getScore() / share.divisor());
          bytes.add(allocated == null ? Double.NaN : allocated.getScore() / share.divisor());
        }
      }
      times.sort(null);
      bytes.sort(null);
      return new Figure(
          quantile(times, 0.5),
          (quantile(times, 0.75) - quantile(times, 0.25)) / 2,
          times.get(0),
          share.unit(),
          bytes.get(0));
    }

    private static double quantile(List<Double> sorted, double part) {
      return sorted.get((int) Math.round(part * (sorted.size() - 1)));
    }
  }
}
