package dev.lastcall.log4j2;

import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.Outlet;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.logging.log4j.LoggingException;
import org.apache.logging.log4j.core.LogEvent;

/**
 * A file appender behind a journal, also one that rolls. Its stream is flushed once a batch: the
 * journal has the events.
 */
final class FileAppenderOutlet implements Outlet {
  private static final byte[] NOTHING = {};

  private final AppenderBehind behind;
  private final ExactFile file;

  /** The outlet of an appender, exact if it is one of a file. */
  static Outlet of(AppenderBehind behind) {
    ExactFile file = ExactFile.of(behind.appender());
    return file == null ? new AppenderOutlet(behind) : new FileAppenderOutlet(behind, file);
  }

  private FileAppenderOutlet(AppenderBehind behind, ExactFile file) {
    this.behind = behind;
    this.file = file;
  }

  @Override
  public String name() {
    return behind.appender().getName();
  }

  @Override
  public Path file() {
    return file.name().get();
  }

  @Override
  public byte[] bytes(JournalRecord record) {
    LogEvent event = AppenderBehind.event(record);
    return behind.wants(event) ? file.layout().toByteArray(event) : NOTHING;
  }

  @Override
  public void write(JournalRecord record) throws IOException {
    AppenderOutlet.requireOpen(behind.appender());
    LogEvent event = AppenderBehind.event(record);
    if (behind.wants(event)) {
      try {
        file.beforeEach().accept(event);
        file.layout().encode(event, file.manager());
      } catch (LoggingException failed) {
        throw new IOException(AppenderOutlet.words(failed), failed);
      }
    }
  }

  @Override
  public void complete(byte[] rest) throws IOException {
    try {
      file.manager().writeBytes(rest, 0, rest.length);
    } catch (LoggingException failed) {
      throw new IOException(AppenderOutlet.words(failed), failed);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      file.manager().flush();
    } catch (LoggingException failed) {
      throw new IOException(AppenderOutlet.words(failed), failed);
    }
  }

  /** The appender is Log4j's. */
  @Override
  public void close() {}
}
