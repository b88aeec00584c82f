package dev.lastcall.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks on one or more JDKs and prints one table for each benchmark class.
 *
 * <pre>
 * proofs/bench/bench [--quick] [--java HOME]... REGEX...
 *
 * --quick      one fork and short iterations: an impression, not a figure
 * --java HOME  a JDK to measure on; several make columns side by side (default: the one that runs this)
 * REGEX        which benchmarks, as JMH understands it
 * </pre>
 */
public final class Figures {
  private static final String USAGE = "usage: bench [--quick] [--java HOME]... REGEX...";

  private final List<String> javas = new ArrayList<>();
  private final List<String> patterns = new ArrayList<>();
  private Effort effort = Effort.FULL;

  private Figures() {}

  /**
   * Prints the table to standard output.
   *
   * @param args see the class
   * @throws RunnerException if JMH cannot run
   */
  public static void main(String[] args) throws RunnerException {
    System.out.print(measure(args));
  }

  /** The tables as Markdown. */
  static String measure(String... args) throws RunnerException {
    Figures figures = new Figures();
    figures.read(List.of(args).iterator());
    if (figures.patterns.isEmpty()) {
      return USAGE + "\n";
    }
    FigureTables tables = new FigureTables();
    if (figures.javas.isEmpty()) {
      tables.add(figures.run(""));
    }
    for (String home : figures.javas) {
      tables.add(figures.run(home));
    }
    return tables.markdown();
  }

  private void read(Iterator<String> args) {
    while (args.hasNext()) {
      String arg = args.next();
      switch (arg) {
        case "--quick" -> effort = Effort.QUICK;
        case "--smoke" -> effort = Effort.SMOKE;
        case "--java" -> javas.add(args.hasNext() ? args.next() : "");
        case "--help" -> patterns.clear();
        default -> patterns.add(arg);
      }
    }
  }

  private Collection<RunResult> run(String javaHome) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .forks(effort.forks)
            .warmupIterations(effort.warmups)
            .warmupTime(TimeValue.milliseconds(effort.warmupMillis))
            .measurementIterations(effort.iterations)
            .measurementTime(TimeValue.milliseconds(effort.iterationMillis))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    patterns.forEach(options::include);
    if (!javaHome.isEmpty()) {
      options.jvm(javaHome + "/bin/java");
    }
    return new Runner(options.build()).run();
  }

  /** How much time a benchmark gets. Many short iterations: the best of them met no neighbour. */
  private enum Effort {
    /** For a figure. */
    FULL(4, 8, 250, 12, 100),
    /** For an impression. */
    QUICK(1, 6, 150, 6, 80),
    /** For a test of this code: within this process, and the numbers mean nothing. */
    SMOKE(0, 1, 1, 2, 1);

    final int forks;
    final int warmups;
    final int warmupMillis;
    final int iterations;
    final int iterationMillis;

    Effort(int forks, int warmups, int warmupMillis, int iterations, int iterationMillis) {
      this.forks = forks;
      this.warmups = warmups;
      this.warmupMillis = warmupMillis;
      this.iterations = iterations;
      this.iterationMillis = iterationMillis;
    }
  }
}
