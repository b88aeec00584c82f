package dev.lastcall.bench;

import dev.lastcall.api.Deadline;
import dev.lastcall.log4j2.Log4j2Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Loggers of Log4j 2 whose lines end in a file. */
public final class Log4jLogs {
  private static final Duration PATIENCE = Duration.ofMillis(50);
  private static final String CONFIGURATION =
      """
      <Configuration status="OFF">
        <Appenders>
          <File name="FILE" fileName="%s/app.log">
            <PatternLayout pattern="%%d{HH:mm:ss.SSS} %%-5level [%%t] %%logger - %%msg%%n"/>
          </File>
          %s
        </Appenders>
        <Loggers><Root level="INFO"><AppenderRef ref="%s"/></Root></Loggers>
      </Configuration>
      """;
  private static final String JOURNAL =
      "<Journal name=\"J\" folder=\"%s/journal\"><AppenderRef ref=\"FILE\"/></Journal>";
  private static final String QUEUE =
      "<Async name=\"Q\" bufferSize=\"8192\"><AppenderRef ref=\"FILE\"/></Async>";

  private Log4jLogs() {}

  private static Logger start(
      LoggerContext context, BenchFolder place, String appender, String name) {
    String folder = place.file(".").normalize().toString();
    String text = CONFIGURATION.formatted(folder, appender.formatted(folder), name);
    try {
      context.start(
          new XmlConfiguration(
              context,
              new ConfigurationSource(
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    return context.getLogger("dev.lastcall.bench.Orders");
  }

  /** While another thread logs a queue is never seen empty; that there is room is enough. */
  private static void writeOut(LoggerContext context) {
    try {
      Log4j2Target.of(context).flush(Deadline.after(PATIENCE));
    } catch (IOException notEmpty) {
      // There is room.
    }
  }

  /** The appender {@code Journal} in front of the file. */
  @State(Scope.Benchmark)
  public static class Journaled {
    final BenchFolder place = BenchFolder.make();
    final LoggerContext context = new LoggerContext("journal");
    final Logger log = start(context, place, JOURNAL, "J");

    @Setup
    public void warm() {
      LoggingBenchmark.warm(() -> LoggingBenchmark.burst(log), () -> Log4jLogs.writeOut(context));
    }

    @TearDown
    public void stop() throws IOException {
      context.stop();
      place.delete();
    }
  }

  /** Log4j's asynchronous appender in front of the file. */
  @State(Scope.Benchmark)
  public static class Queued {
    final BenchFolder place = BenchFolder.make();
    final LoggerContext context = new LoggerContext("queue");
    final Logger log = start(context, place, QUEUE, "Q");

    @Setup
    public void warm() {
      LoggingBenchmark.warm(() -> LoggingBenchmark.burst(log), () -> Log4jLogs.writeOut(context));
    }

    @TearDown
    public void stop() throws IOException {
      context.stop();
      place.delete();
    }
  }

  /** Log4j's asynchronous loggers, a ring of 256 K events, in front of the file. */
  @State(Scope.Benchmark)
  public static class Ring {
    final BenchFolder place = BenchFolder.make();
    final LoggerContext context = new AsyncLoggerContext("ring");
    final Logger log = start(context, place, "", "FILE");

    @Setup
    public void warm() {
      LoggingBenchmark.warm(() -> LoggingBenchmark.burst(log), () -> Log4jLogs.writeOut(context));
    }

    @TearDown
    public void stop() throws IOException {
      context.stop();
      place.delete();
    }
  }

  /** The file alone. */
  @State(Scope.Benchmark)
  public static class Plain {
    final BenchFolder place = BenchFolder.make();
    final LoggerContext context = new LoggerContext("plain");
    final Logger log = start(context, place, "", "FILE");

    @Setup
    public void warm() {
      LoggingBenchmark.warm(() -> LoggingBenchmark.burst(log), () -> Log4jLogs.writeOut(context));
    }

    @TearDown
    public void stop() throws IOException {
      context.stop();
      place.delete();
    }
  }

  /** Waits between two bursts of a thread until the lines are in the file. */
  @State(Scope.Thread)
  public static class AfterJournal {
    @Setup(Level.Invocation)
    public void writeOut(Journaled logs) {
      Log4jLogs.writeOut(logs.context);
    }
  }

  /** Waits between two bursts of a thread until the lines are in the file. */
  @State(Scope.Thread)
  public static class AfterQueue {
    @Setup(Level.Invocation)
    public void writeOut(Queued logs) {
      Log4jLogs.writeOut(logs.context);
    }
  }

  /** Waits between two bursts of a thread until the lines are in the file. */
  @State(Scope.Thread)
  public static class AfterRing {
    @Setup(Level.Invocation)
    public void writeOut(Ring logs) {
      Log4jLogs.writeOut(logs.context);
    }
  }
}
