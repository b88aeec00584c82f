package dev.lastcall.log4j2;

import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.Outlet;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.logging.log4j.LoggingException;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractOutputStreamAppender;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/**
 * An appender behind a journal of which nobody can tell what it has written; it is taken at its
 * word.
 *
 * <p>If it throws Log4j's exception for an event that it could not write, the event is brought
 * again later. Any other exception is a fault that would come back with the event: it is reported
 * and the event counts as delivered, as without a journal.
 */
final class AppenderOutlet implements Outlet {
  private static final byte[] NOTHING = {};

  private final AppenderBehind behind;

  AppenderOutlet(AppenderBehind behind) {
    this.behind = behind;
  }

  static void requireOpen(Appender appender) throws IOException {
    // One that is being stopped takes what is left.
    if (appender.isStopped()) {
      throw new IOException(appender.getName() + " is stopped");
    }
  }

  static String words(LoggingException failed) {
    Throwable cause = failed.getCause();
    return cause == null ? String.valueOf(failed.getMessage()) : failed.getMessage() + ": " + cause;
  }

  @Override
  public String name() {
    return behind.appender().getName();
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
    requireOpen(behind.appender());
    LogEvent event = AppenderBehind.event(record);
    event.setEndOfBatch(true);
    try {
      behind.append(event);
    } catch (LoggingException failed) {
      throw new IOException(words(failed), failed);
    } catch (RuntimeException fault) {
      StatusLogger.getLogger()
          .error("{}: a fault with record {}", name(), record.sequence(), fault);
    }
  }

  @Override
  public void complete(byte[] rest) {}

  @Override
  public void flush() throws IOException {
    if (behind.appender() instanceof AbstractOutputStreamAppender<?> stream) {
      try {
        stream.getManager().flush();
      } catch (LoggingException failed) {
        throw new IOException(words(failed), failed);
      }
    }
  }

  /** The appender is Log4j's. */
  @Override
  public void close() {}
}
