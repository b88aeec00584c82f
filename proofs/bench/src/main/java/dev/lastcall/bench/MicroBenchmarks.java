package dev.lastcall.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH benchmarks on one JDK after the other. */
final class MicroBenchmarks {
  private final Settings settings;

  MicroBenchmarks(Settings settings) {
    this.settings = settings;
  }

  /**
   * Some benchmarks with some of their parameters.
   *
   * @param pattern which, as JMH understands it
   * @param parameters names, each with its values behind a {@code =}, separated by commas
   */
  record Selection(String pattern, List<String> parameters) {
    static Selection of(String pattern, String... parameters) {
      return new Selection(pattern, List.of(parameters));
    }
  }

  /** Returns a table for each class, with the JDKs side by side. */
  String tables(Selection... selections) throws RunnerException {
    FigureTables tables = new FigureTables();
    for (Jdk jdk : settings.jdks()) {
      for (Selection selection : selections) {
        tables.add(run(jdk, selection));
      }
    }
    return tables.markdown();
  }

  private Collection<RunResult> run(Jdk jdk, Selection selection) throws RunnerException {
    Effort effort = settings.effort();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(selection.pattern())
            .jvm(jdk.command())
            .jvmArgsAppend("-Xms1g", "-Xmx1g")
            .forks(effort.forks)
            .warmupIterations(effort.warmups)
            .warmupTime(TimeValue.milliseconds(effort.warmupMillis))
            .measurementIterations(effort.iterations)
            .measurementTime(TimeValue.milliseconds(effort.iterationMillis))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    for (String parameter : selection.parameters()) {
      int equals = parameter.indexOf('=');
      options.param(parameter.substring(0, equals), parameter.substring(equals + 1).split(",", -1));
    }
    if (effort == Effort.SMOKE) {
      options.param("nodes", "100").param("megabytes", "1");
    }
    return new Runner(options.build(), new JmhProgress(jdk, settings.progress())).run();
  }
}
