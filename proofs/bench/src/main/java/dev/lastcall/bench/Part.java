package dev.lastcall.bench;

import dev.lastcall.bench.MicroBenchmarks.Selection;

/** What can be measured by name. */
enum Part {
  SCOPES("blocks with cleanups beside try/finally, try-with-resources, Guava Closer (JMH)") {
    @Override
    String measure(Settings settings) throws Exception {
      return new MicroBenchmarks(settings).tables(Selection.of("\\.Scope.*Benchmark"));
    }
  },

  SIGNALS("a named scope that nobody, a listener, JFR or OpenTelemetry looks at (JMH)") {
    @Override
    String measure(Settings settings) throws Exception {
      return new MicroBenchmarks(settings).tables(Selection.of("\\.SignalsBenchmark"));
    }
  },

  BOUNDED("one cleanup inside a bound beside Guava, JDK, Failsafe, Resilience4j (JMH)") {
    @Override
    String measure(Settings settings) throws Exception {
      return new MicroBenchmarks(settings).tables(Selection.of("\\.BoundedCallBenchmark"));
    }
  },

  GRAPH("100 to 100 000 nodes that do nothing beside futures, Pekko, Spring, Hadoop (JMH)") {
    @Override
    String measure(Settings settings) throws Exception {
      return new MicroBenchmarks(settings)
              .tables(
                  Selection.of(GRAPH_US, "nodes=100,10000,100000"),
                  Selection.of(GRAPH_US, "nodes=1000", "graph=layered"),
                  Selection.of(GRAPH_PEERS, "nodes=100"),
                  Selection.of(GRAPH_PEERS, "nodes=1000", "graph=layered"),
                  Selection.of(GRAPH_LEVELS, "nodes=10000", "graph=layered"),
                  Selection.of("\\.GraphBuildBenchmark", "nodes=10000", "graph=layered"))
          + Graph.seedLine();
    }
  },

  LOGGING("a logging call beside asynchronous appenders and loggers, and files (JMH)") {
    @Override
    String measure(Settings settings) throws Exception {
      return new MicroBenchmarks(settings).tables(Selection.of("\\.LoggingBy[12]Benchmark"));
    }
  },

  METRICS("a cleanup that is counted beside Micrometer's Timer.record (JMH)") {
    @Override
    String measure(Settings settings) throws Exception {
      return new MicroBenchmarks(settings).tables(Selection.of("\\.MetricsBenchmark"));
    }
  },

  HELD("heap held by those graphs beside futures, Spring, Pekko") {
    @Override
    String measure(Settings settings) throws Exception {
      return ExitFigures.held(settings);
    }
  },

  MAKESPAN("1 000 sleeping cleanups: time over the least possible, beside futures, Pekko, Spring") {
    @Override
    String measure(Settings settings) throws Exception {
      return ExitFigures.makespan(settings);
    }
  },

  COLD("the first exit of a process beside futures, Pekko, Spring, Hadoop") {
    @Override
    String measure(Settings settings) throws Exception {
      return ExitFigures.cold(settings);
    }
  },

  OVERSHOOT("how late a process ends whose cleanups are deaf; with root also at half a CPU") {
    @Override
    String measure(Settings settings) throws Exception {
      return SignalFigures.overshoot(settings);
    }
  },

  FLUSH("the one flush of a process: rehearsed, cold, by a hook") {
    @Override
    String measure(Settings settings) throws Exception {
      return FlushFigures.flush(settings);
    }
  },

  VERIFY("an audit trail checked, beside plain SHA-256 of the same bytes (JMH)") {
    @Override
    String measure(Settings settings) throws Exception {
      return new MicroBenchmarks(settings).tables(Selection.of("\\.VerifyBenchmark"));
    }
  },

  JOURNAL(
      "128 bytes that outlive the process beside Agrona, Chronicle, files, logs, stores (JMH)") {
    @Override
    String measure(Settings settings) throws Exception {
      return new MicroBenchmarks(settings).tables(Selection.of("\\.Journal.*Benchmark"));
    }
  },

  JOURNAL_RECOVERY("a journal of 1 GiB: from opening to the first append, and reading all of it") {
    @Override
    String measure(Settings settings) throws Exception {
      return JournalFigures.recovery(settings);
    }
  },

  SECOND_SIGNAL("from a second signal to the end of the process") {
    @Override
    String measure(Settings settings) throws Exception {
      return SignalFigures.secondSignal(settings);
    }
  },

  END("from SIGTERM to the end of a process with nothing to do, beside a bare JVM") {
    @Override
    String measure(Settings settings) throws Exception {
      return SignalFigures.end(settings);
    }
  };

  private static final String GRAPH_US = "\\.GraphBenchmark\\.(lastcall|completableFuture)$";
  private static final String GRAPH_PEERS = "\\.GraphBenchmark\\.(pekko|spring|hadoop)$";
  private static final String GRAPH_LEVELS = "\\.GraphBenchmark\\.(pekko|spring)$";

  private final String about;

  Part(String about) {
    this.about = about;
  }

  /** Returns what it says of itself. */
  String about() {
    return about;
  }

  /** Returns its name on the command line. */
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Returns tables in Markdown. */
  abstract String measure(Settings settings) throws Exception;
}
