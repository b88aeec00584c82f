package dev.lastcall.jul;

import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.LogEntry;
import dev.lastcall.spool.Outlet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import org.jspecify.annotations.Nullable;

/**
 * A handler behind the journal.
 *
 * <p>Handlers keep quiet about what they could not write and tell their {@link ErrorManager}, so
 * the outlet takes that place: what could not be flushed is flushed again later, without the record
 * being published twice.
 */
final class HandlerOutlet implements Outlet {
  private static final byte[] NOTHING = {};

  private final Handler handler;
  private final Listener listener;

  HandlerOutlet(Handler handler) {
    this.handler = handler;
    listener = new Listener(handler.getErrorManager());
    handler.setErrorManager(listener);
  }

  @Override
  public String name() {
    return handler.getClass().getName() + "@" + System.identityHashCode(handler);
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
    listener.failure = null;
    handler.publish(JournaledRecords.of(LogEntry.of(record)));
    if (listener.failure != null && listener.code != ErrorManager.FLUSH_FAILURE) {
      throw new IOException("handler failed: " + listener.failure, listener.failure);
    }
  }

  @Override
  public void complete(byte[] rest) {}

  @Override
  public void flush() throws IOException {
    listener.failure = null;
    handler.flush();
    if (listener.failure != null) {
      throw new IOException("handler failed: " + listener.failure, listener.failure);
    }
  }

  /** The journal handler closes it. */
  @Override
  public void close() {}

  /** Remembers the last failure; a formatter's fault is passed on and comes back with no retry. */
  private static final class Listener extends ErrorManager {
    private final ErrorManager before;
    private volatile @Nullable Exception failure;
    private volatile int code;

    Listener(ErrorManager before) {
      this.before = before;
    }

    @Override
    public synchronized void error(@Nullable String message, @Nullable Exception thrown, int code) {
      if (code != FORMAT_FAILURE && thrown instanceof IOException) {
        this.code = code;
        failure = thrown;
      }
      before.error(message, thrown, code);
    }
  }
}
