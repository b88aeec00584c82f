package dev.lastcall.bench;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import dev.lastcall.api.Deadline;
import dev.lastcall.logback.JournalAppender;
import dev.lastcall.logback.LogbackTarget;
import java.io.IOException;
import java.time.Duration;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Loggers of Logback whose lines end in a file. */
public final class LogbackLogs {
  private static final int QUEUE = 8_192;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private LogbackLogs() {}

  private static LoggerContext context() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    return context;
  }

  private static FileAppender<ILoggingEvent> file(LoggerContext context, BenchFolder place) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss.SSS} %-5level [%thread] %logger - %msg%n");
    encoder.start();
    FileAppender<ILoggingEvent> file = new FileAppender<>();
    file.setName("FILE");
    file.setContext(context);
    file.setFile(place.file("app.log").toString());
    file.setEncoder(encoder);
    file.start();
    return file;
  }

  private static Logger logger(LoggerContext context, Appender<ILoggingEvent> appender) {
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
    return context.getLogger("dev.lastcall.bench.Orders");
  }

  private static void writeOut(LoggerContext context) {
    try {
      LogbackTarget.of(context).flush(Deadline.after(PATIENCE));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** {@link JournalAppender} in front of the file. */
  @State(Scope.Benchmark)
  public static class Journaled {
    final BenchFolder place = BenchFolder.make();
    final LoggerContext context = context();
    final Logger log = logger(context, appender());

    private Appender<ILoggingEvent> appender() {
      JournalAppender journal = new JournalAppender();
      journal.setContext(context);
      journal.setFolder(place.file("journal").toString());
      journal.addAppender(file(context, place));
      journal.start();
      return journal;
    }

    @Setup
    public void warm() {
      LoggingBenchmark.warm(() -> LoggingBenchmark.burst(log), () -> LogbackLogs.writeOut(context));
    }

    @TearDown
    public void stop() throws IOException {
      context.stop();
      place.delete();
    }
  }

  /** Logback's own queue in front of the file. */
  @State(Scope.Benchmark)
  public static class Queued {
    final BenchFolder place = BenchFolder.make();
    final LoggerContext context = context();
    final Logger log = logger(context, appender());

    private Appender<ILoggingEvent> appender() {
      AsyncAppender queue = new AsyncAppender();
      queue.setContext(context);
      queue.setQueueSize(QUEUE);
      queue.setDiscardingThreshold(0);
      queue.addAppender(file(context, place));
      queue.start();
      return queue;
    }

    @Setup
    public void warm() {
      LoggingBenchmark.warm(() -> LoggingBenchmark.burst(log), () -> LogbackLogs.writeOut(context));
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
    final LoggerContext context = context();
    final Logger log = logger(context, file(context, place));

    @Setup
    public void warm() {
      LoggingBenchmark.warm(() -> LoggingBenchmark.burst(log), () -> LogbackLogs.writeOut(context));
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
      LogbackLogs.writeOut(logs.context);
    }
  }

  /** Waits between two bursts of a thread until the lines are in the file. */
  @State(Scope.Thread)
  public static class AfterQueue {
    @Setup(Level.Invocation)
    public void writeOut(Queued logs) {
      LogbackLogs.writeOut(logs.context);
    }
  }
}
