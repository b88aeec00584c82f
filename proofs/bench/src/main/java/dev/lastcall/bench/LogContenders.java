package dev.lastcall.bench;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.MemoryMappedFileAppender;
import org.apache.logging.log4j.core.appender.RandomAccessFileAppender;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** File appenders of logging libraries, given an event that is there already. */
public final class LogContenders {
  private static final String TEXT = "x".repeat(JournalBenchmark.BYTES - 1);

  private LogContenders() {}

  private static LogEvent event() {
    return Log4jLogEvent.newBuilder()
        .setLoggerName("bench")
        .setLevel(Level.INFO)
        .setMessage(new SimpleMessage(TEXT))
        .build();
  }

  private static PatternLayout layout() {
    return PatternLayout.newBuilder().withPattern("%m%n").build();
  }

  /** Log4j 2 into a mapped file. */
  @State(Scope.Benchmark)
  public static class Log4jMapped {
    private final LogEvent event = event();
    private final BenchFolder folder = BenchFolder.make();
    private final Appender appender;

    @SuppressWarnings({"rawtypes", "unchecked"}) // builders of Log4j refer to themselves
    public Log4jMapped() {
      MemoryMappedFileAppender.Builder builder = MemoryMappedFileAppender.newBuilder();
      builder.setName("mapped");
      builder.setLayout(layout());
      appender = builder.setFileName(folder.file("log").toString()).build();
      appender.start();
    }

    void append() {
      appender.append(event);
    }

    @TearDown
    public void close() throws IOException {
      appender.stop();
      folder.requireContent("log");
      folder.delete();
    }
  }

  /** Log4j 2 into a file, flushed after each event. */
  @State(Scope.Benchmark)
  public static class Log4jRandom {
    private final LogEvent event = event();
    private final BenchFolder folder = BenchFolder.make();
    private final Appender appender;

    @SuppressWarnings({"rawtypes", "unchecked"}) // builders of Log4j refer to themselves
    public Log4jRandom() {
      RandomAccessFileAppender.Builder builder = RandomAccessFileAppender.newBuilder();
      builder.setName("random");
      builder.setLayout(layout());
      builder.setImmediateFlush(true);
      appender = builder.setFileName(folder.file("log").toString()).build();
      appender.start();
    }

    void append() {
      appender.append(event);
    }

    @TearDown
    public void close() throws IOException {
      appender.stop();
      folder.requireContent("log");
      folder.delete();
    }
  }

  /** Logback into a file, flushed after each event. */
  @State(Scope.Benchmark)
  public static class Logback {
    private final LoggingEvent event;
    private final BenchFolder folder = BenchFolder.make();
    private final FileAppender<ILoggingEvent> appender = new FileAppender<>();

    public Logback() {
      LoggerContext context = new LoggerContext();
      context.setMDCAdapter(new LogbackMDCAdapter());
      event =
          new LoggingEvent(
              "",
              context.getLogger("bench"),
              ch.qos.logback.classic.Level.INFO,
              TEXT,
              null,
              new Object[0]);
      PatternLayoutEncoder encoder = new PatternLayoutEncoder();
      encoder.setContext(context);
      encoder.setPattern("%msg%n");
      encoder.start();
      appender.setContext(context);
      appender.setFile(folder.file("log").toString());
      appender.setImmediateFlush(true);
      appender.setEncoder(encoder);
      appender.start();
    }

    void append() {
      appender.doAppend(event);
    }

    @TearDown
    public void close() throws IOException {
      appender.stop();
      folder.requireContent("log");
      folder.delete();
    }
  }
}
