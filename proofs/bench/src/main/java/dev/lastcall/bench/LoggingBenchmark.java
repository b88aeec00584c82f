package dev.lastcall.bench;

import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What a call of a logger costs the thread that logs, in bursts of {@value #BURST} that every queue
 * has room for; between two bursts everything is written out, and that is not measured. Each
 * library writes the same line to a file of its own. Before the first all of it is warm: the pauses
 * make JMH's own warming-up too short.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LoggingBenchmark {
  static final int BURST = 1_000;

  private static final int WARMING_BURSTS = 300;

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void logbackJournal(LogbackLogs.Journaled logs, LogbackLogs.AfterJournal between) {
    burst(logs.log);
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void logbackAsync(LogbackLogs.Queued logs, LogbackLogs.AfterQueue between) {
    burst(logs.log);
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void logbackFile(LogbackLogs.Plain logs) {
    burst(logs.log);
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void log4jJournal(Log4jLogs.Journaled logs, Log4jLogs.AfterJournal between) {
    burst(logs.log);
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void log4jAsyncAppender(Log4jLogs.Queued logs, Log4jLogs.AfterQueue between) {
    burst(logs.log);
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void log4jAsyncLogger(Log4jLogs.Ring logs, Log4jLogs.AfterRing between) {
    burst(logs.log);
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void log4jFile(Log4jLogs.Plain logs) {
    burst(logs.log);
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void julJournal(JulLogs.Journaled logs, JulLogs.AfterJournal between) {
    burst(logs.log);
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void julFileHandler(JulLogs.Plain logs) {
    burst(logs.log);
  }

  /** Logs and writes out until the compilers have had their time. */
  static void warm(Runnable burst, Runnable writeOut) {
    for (int i = 0; i < WARMING_BURSTS; i++) {
      burst.run();
      writeOut.run();
    }
  }

  static void burst(org.slf4j.Logger log) {
    for (int i = 0; i < BURST; i++) {
      log.info("order {} accepted for {}", i, "customer");
    }
  }

  static void burst(Logger log) {
    for (int i = 0; i < BURST; i++) {
      log.info("order {} accepted for {}", i, "customer");
    }
  }

  static void burst(java.util.logging.Logger log) {
    for (int i = 0; i < BURST; i++) {
      log.log(
          java.util.logging.Level.INFO,
          "order {0} accepted for {1}",
          new Object[] {Integer.toString(i), "customer"});
    }
  }
}
