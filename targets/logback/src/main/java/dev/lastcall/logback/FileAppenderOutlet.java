package dev.lastcall.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.recovery.RecoveryListener;
import ch.qos.logback.core.recovery.ResilientOutputStreamBase;
import ch.qos.logback.core.spi.FilterReply;
import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.Outlet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file appender behind the journal, also one that rolls.
 *
 * <p>Its stream keeps quiet about a failure and drops what follows, so the outlet listens for it;
 * then it opens the file anew, and the file is looked at before the next event. While a batch is
 * written the stream is not flushed after each event: the journal has it.
 */
final class FileAppenderOutlet implements Outlet, RecoveryListener {
  private static final byte[] NOTHING = {};

  private final FileAppender<ILoggingEvent> appender;
  private @Nullable OutputStream watched;
  private boolean inBatch;
  private boolean flushesEach;
  private volatile @Nullable IOException failure;

  FileAppenderOutlet(FileAppender<ILoggingEvent> appender) {
    this.appender = appender;
  }

  @Override
  public String name() {
    return String.valueOf(appender.getName());
  }

  @Override
  public Path file() {
    return Path.of(appender.getFile()).toAbsolutePath();
  }

  @Override
  public byte[] bytes(JournalRecord record) {
    ILoggingEvent event = AppenderOutlet.event(record, appender);
    if (appender.getFilterChainDecision(event) == FilterReply.DENY) {
      return NOTHING;
    }
    byte[] bytes = appender.getEncoder().encode(event);
    return bytes == null ? NOTHING : bytes;
  }

  @Override
  public void write(JournalRecord record) throws IOException {
    begin();
    AppenderOutlet.append(record, appender);
    watch();
    check();
  }

  @Override
  public void complete(byte[] rest) throws IOException {
    begin();
    OutputStream stream = appender.getOutputStream();
    if (stream == null) {
      throw new IOException(name() + " has no open file");
    }
    stream.write(rest);
    check();
  }

  @Override
  public void flush() throws IOException {
    endBatch();
    OutputStream stream = appender.getOutputStream();
    if (stream != null) {
      stream.flush();
    }
    check();
  }

  /** The appender is Logback's; the journal appender stops it. */
  @Override
  public void close() {}

  @Override
  public void newFailure(IOException thrown) {
    failure = thrown;
  }

  @Override
  public void recoveryOccured() {
    // What was dropped meanwhile is found missing when the file is looked at.
  }

  private void begin() {
    watch();
    if (!inBatch) {
      inBatch = true;
      flushesEach = appender.isImmediateFlush();
      appender.setImmediateFlush(false);
    }
  }

  /** A file that is rolled over gets a new stream. */
  private void watch() {
    OutputStream stream = appender.getOutputStream();
    if (stream != watched) {
      watched = stream;
      if (stream instanceof ResilientOutputStreamBase resilient) {
        resilient.addRecoveryListener(this);
      }
    }
  }

  private void endBatch() {
    if (inBatch) {
      inBatch = false;
      appender.setImmediateFlush(flushesEach);
    }
  }

  /**
   * At once, because a stream that mends itself in the middle of a batch leaves a hole in it. The
   * old stream writes what it still holds when it is closed, so that comes before the file is
   * looked at.
   */
  private void check() throws IOException {
    IOException failed = failure;
    if (failed != null) {
      endBatch();
      appender.setAppend(true);
      appender.openFile(appender.getFile());
      failure = null;
      throw failed;
    }
  }
}
