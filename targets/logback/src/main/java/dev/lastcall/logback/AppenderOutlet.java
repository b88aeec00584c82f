package dev.lastcall.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.LogEntry;
import dev.lastcall.spool.Outlet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An appender behind the journal of which nobody can tell what it has written; it is taken at its
 * word.
 */
final class AppenderOutlet implements Outlet {
  private static final byte[] NOTHING = {};

  private final Appender<ILoggingEvent> appender;

  AppenderOutlet(Appender<ILoggingEvent> appender) {
    this.appender = appender;
  }

  /** Gives a record to an appender as an event. */
  static void append(JournalRecord record, Appender<ILoggingEvent> to) throws IOException {
    if (!to.isStarted()) {
      throw new IOException(to.getName() + " is stopped");
    }
    to.doAppend(event(record, to));
  }

  static ILoggingEvent event(JournalRecord record, Appender<ILoggingEvent> to) {
    return new JournaledEvent(LogEntry.of(record), (LoggerContext) to.getContext());
  }

  @Override
  public String name() {
    return String.valueOf(appender.getName());
  }

  @Override
  public @Nullable Path file() {
    return null;
  }

  @Override
  public byte[] bytes(JournalRecord record) {
    return NOTHING;
  }

  @Override
  public void write(JournalRecord record) throws IOException {
    append(record, appender);
  }

  @Override
  public void complete(byte[] rest) {}

  @Override
  public void flush() throws IOException {
    if (appender instanceof OutputStreamAppender<?> streams) {
      OutputStream stream = streams.getOutputStream();
      if (stream != null) {
        stream.flush();
      }
    }
  }

  /** The appender is Logback's; the journal appender stops it. */
  @Override
  public void close() {}
}
