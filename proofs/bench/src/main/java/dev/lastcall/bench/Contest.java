package dev.lastcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Contenders measured in processes of their own, one of each in turn, so that a busy minute hurts
 * all of them alike; the first turn is not counted. The ratio is of median to median.
 */
final class Contest {
  private final String title;
  private final String baseline;
  private final List<Contender> contenders;

  /**
   * Describes a contest.
   *
   * @param title the headline, with what is measured
   * @param baseline the row that the others are compared with, or empty
   * @param contenders who takes part
   */
  Contest(String title, String baseline, List<Contender> contenders) {
    this.title = title;
    this.baseline = baseline;
    this.contenders = contenders;
  }

  /**
   * Who takes part.
   *
   * @param name its name in the table
   * @param rounds how often it is measured for a figure
   * @param trial one measurement
   */
  record Contender(String name, int rounds, Trial trial) {}

  /** One measurement in a process of its own. */
  @FunctionalInterface
  interface Trial {
    /**
     * Measures.
     *
     * @param jdk on which JDK
     * @param folder an empty folder for the process
     * @return what was measured by name; an empty name is the contender itself
     */
    Map<String, Double> run(Jdk jdk, Path folder) throws Exception;
  }

  /** Returns the table in Markdown. */
  String table(Settings settings) throws Exception {
    StringBuilder text = new StringBuilder("\n### " + title + "\n\n");
    text.append("| JDK | | median | quartiles | best | p99 | worst | runs | ratio |\n");
    text.append("|---|---|---|---|---|---|---|---|---|\n");
    for (Jdk jdk : settings.jdks()) {
      Map<String, Samples> rows = run(settings, jdk);
      Samples against = rows.get(baseline);
      rows.forEach((name, samples) -> text.append(row(jdk, name, samples, against)));
    }
    return text.toString();
  }

  private Map<String, Samples> run(Settings settings, Jdk jdk) throws Exception {
    Map<String, Samples> rows = new LinkedHashMap<>();
    int last =
        contenders.stream().mapToInt(c -> settings.effort().rounds(c.rounds())).max().orElse(0);
    for (int round = settings.effort() == Effort.SMOKE ? 1 : 0; round <= last; round++) {
      settings.progress().begins(jdk.label() + ": " + title + " " + round + "/" + last);
      for (Contender contender : contenders) {
        if (round <= settings.effort().rounds(contender.rounds())) {
          Map<String, Double> measured = measure(contender, jdk);
          if (round > 0) {
            measured.forEach((what, value) -> samples(rows, contender, what).add(value));
          }
        }
      }
    }
    return rows;
  }

  private static Samples samples(Map<String, Samples> rows, Contender contender, String what) {
    String name = what.isEmpty() ? contender.name() : contender.name() + ": " + what;
    return rows.computeIfAbsent(name, row -> new Samples());
  }

  @SuppressWarnings(
      "lastcall:LC0801") // a folder that cannot be deleted spoils the next trial as well
  private static Map<String, Double> measure(Contender contender, Jdk jdk) throws Exception {
    Path folder = Files.createTempDirectory("bench");
    try {
      return contender.trial().run(jdk, folder);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String row(Jdk jdk, String name, Samples samples, @Nullable Samples against) {
    return "| %s | %s | %s ± %s | %s to %s | %s | %s | %s | %d | %s |%n"
        .formatted(
            jdk.label(),
            name,
            number(samples.median()),
            number(samples.error()),
            number(samples.quantile(0.25)),
            number(samples.quantile(0.75)),
            number(samples.quantile(0)),
            samples.count() < 100 ? "" : number(samples.quantile(0.99)),
            number(samples.quantile(1)),
            samples.count(),
            against == null ? "" : number(samples.median() / against.median()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 99.95 ? "%.2f" : "%.0f", value);
  }
}
