package dev.lastcall.logback;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.OutputStream;
import java.nio.file.Path;

/** Builds Logback contexts, for tests. */
final class Logs {
  private Logs() {}

  static Logger root(LoggerContext context) {
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    return root;
  }

  static FileAppender<ILoggingEvent> bufferedFile(LoggerContext context, String name, Path file) {
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setName(name);
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setImmediateFlush(false);
    appender.setEncoder(encoder(context));
    appender.start();
    return appender;
  }

  static FileAppender<ILoggingEvent> file(
      LoggerContext context, String name, Path file, String pattern) {
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setName(name);
    appender.setContext(context);
    appender.setFile(file.toString());
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(pattern);
    encoder.start();
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  static OutputStreamAppender<ILoggingEvent> stream(
      LoggerContext context, String name, OutputStream stream) {
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setName(name);
    appender.setContext(context);
    appender.setEncoder(encoder(context));
    appender.setOutputStream(stream);
    appender.start();
    return appender;
  }

  static AsyncAppender async(LoggerContext context, String name, Appender<ILoggingEvent> behind) {
    AsyncAppender appender = new AsyncAppender();
    appender.setName(name);
    appender.setContext(context);
    appender.setDiscardingThreshold(0);
    appender.addAppender(behind);
    appender.start();
    return appender;
  }

  static String lines(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("event ").append(i).append('\n');
    }
    return text.toString();
  }

  private static PatternLayoutEncoder encoder(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%msg%n");
    encoder.start();
    return encoder;
  }
}
