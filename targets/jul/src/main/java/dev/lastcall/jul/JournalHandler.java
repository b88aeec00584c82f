package dev.lastcall.jul;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.journal.WhenFull;
import dev.lastcall.spool.FileOutlet;
import dev.lastcall.spool.LogEntryWriter;
import dev.lastcall.spool.LogEntryWriters;
import dev.lastcall.spool.Outlet;
import dev.lastcall.spool.OutletSink;
import dev.lastcall.spool.Spool;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.ErrorManager;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every record in a journal, on the caller's thread, and writes it to a file, or hands it to
 * other handlers, on another: nothing is lost if the process is killed.
 *
 * <pre>{@code
 * handlers = dev.lastcall.jul.JournalHandler
 * dev.lastcall.jul.JournalHandler.folder = log/journal
 * dev.lastcall.jul.JournalHandler.file = log/app.log
 * }</pre>
 *
 * <p>What a process leaves undelivered, however it ended, is delivered first by the next one with
 * the same folder: exactly once to the file, at least once to other handlers. The file may be
 * rotated by logrotate. The caller never waits: if the journal is full, the record is refused and
 * counted; if the journal cannot be used at all, records go to their places directly. A record that
 * is logged while one is delivered, on the delivering thread, is not kept, because it would never
 * end. Problems go to the handler's {@link ErrorManager}. Thread-safe.
 *
 * <p>Properties, each after the class's name: {@code folder}; {@code file}; {@code handlers}, class
 * names; {@code level} (ALL), {@code filter}, {@code formatter} ({@link SimpleFormatter}), {@code
 * encoding} (UTF-8), {@code caller} (true), {@code capacityBytes}, {@code segmentBytes}, {@code
 * whenFull} (REFUSE), {@code flushTimeoutMillis} (5000).
 */
public final class JournalHandler extends Handler implements FlushTarget {
  private final LogEntryWriters writers = new LogEntryWriters();
  private final AtomicBoolean loopTold = new AtomicBoolean();
  private final List<Handler> behind;
  private final @Nullable FormattedFile file;
  private final Duration flushTimeout;
  private final boolean includesCaller;
  private final Spool spool;
  private volatile boolean closed;

  /**
   * Opens a handler as the properties say; for {@link java.util.logging.LogManager}.
   *
   * @throws IllegalArgumentException if a property is missing or wrong
   */
  public JournalHandler() {
    this(HandlerProperties.read());
  }

  private JournalHandler(HandlerSettings settings) {
    behind = List.copyOf(settings.behind);
    flushTimeout = settings.flushTimeout;
    includesCaller = settings.includesCaller;
    setLevel(settings.level);
    setFilter(settings.filter);
    setFormatter(settings.formatter);
    List<Outlet> outlets = new ArrayList<>();
    file =
        settings.file == null
            ? null
            : new FormattedFile(settings.file, settings.encoding, settings.formatter);
    if (file != null) {
      outlets.add(FileOutlet.to(file.file(), file::bytes));
    }
    behind.forEach(handler -> outlets.add(new HandlerOutlet(handler)));
    spool = settings.spool(OutletSink.to(outlets, this::tell)).onFinding(this::tell).open();
  }

  /**
   * Begins to describe a handler.
   *
   * @param folder the journal's, for this handler alone
   * @return the builder
   * @throws IllegalArgumentException if the folder is null
   */
  public static Builder in(Path folder) {
    return new Builder(new HandlerSettings(Arguments.given("folder", folder)));
  }

  @Override
  public void publish(@Nullable LogRecord record) {
    if (record == null || closed || !isLoggable(record)) {
      return;
    }
    if (spool.isDelivering()) {
      refuseLoop(record);
      return;
    }
    LogEntryWriter entry = writers.borrow(spool);
    RecordFields.write(record, includesCaller, entry);
    if (!writers.offer(entry, spool) && spool.failure().isPresent()) {
      publishDirectly(record);
    }
  }

  /** Waits for the delivery of everything published before, for the flush timeout at most. */
  @Override
  public void flush() {
    if (!spool.isDelivering()) {
      spool.awaitDelivery(Deadline.after(flushTimeout));
    }
  }

  /**
   * Waits for the delivery of everything published before: the handler as a flush target.
   *
   * @param deadline how long to wait
   * @throws IOException if it was not delivered in time; it is not lost
   */
  @Override
  public void flush(Deadline deadline) throws IOException {
    spool.flush(deadline);
  }

  /** Delivers what waits, for the flush timeout at most, and closes the handlers behind. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (!spool.close(Deadline.after(flushTimeout))) {
      report("Records wait for the next start; none of them is lost.", ErrorManager.CLOSE_FAILURE);
    }
    behind.forEach(Handler::close);
  }

  private void publishDirectly(LogRecord record) {
    behind.forEach(handler -> handler.publish(record));
    if (file != null) {
      try {
        file.append(record);
      } catch (IOException failed) {
        reportError(null, failed, ErrorManager.WRITE_FAILURE);
      }
    }
  }

  private void refuseLoop(LogRecord record) {
    if (loopTold.compareAndSet(false, true)) {
      report(
          "What is logged while a record is delivered is not kept, such as: " + record.getMessage(),
          ErrorManager.GENERIC_FAILURE);
    }
  }

  private void tell(Finding finding) {
    if (finding.severity() != Finding.Severity.INFO) {
      report(
          finding.id() + ": " + finding.message() + " " + finding.advice(),
          ErrorManager.GENERIC_FAILURE);
    }
  }

  private void report(String message, int code) {
    reportError(message, null, code);
  }

  /** Says what a handler is to be like. Not thread-safe; used once. */
  public static final class Builder {
    private final HandlerSettings settings;

    private Builder(HandlerSettings settings) {
      this.settings = settings;
    }

    /** Sets a file that gets each record exactly once. */
    public Builder file(Path file) {
      settings.file = Arguments.given("file", file);
      return this;
    }

    /** Adds a handler that gets each record at least once. */
    public Builder handler(Handler handler) {
      settings.behind.add(Arguments.given("handler", handler));
      return this;
    }

    /** Sets the least level that is kept; all unless set. */
    public Builder level(Level level) {
      settings.level = Arguments.given("level", level);
      return this;
    }

    /** Sets what is kept; everything unless set. */
    public Builder filter(Filter filter) {
      settings.filter = Arguments.given("filter", filter);
      return this;
    }

    /** Sets what formats the file's records; a {@link SimpleFormatter} unless set. */
    public Builder formatter(Formatter formatter) {
      settings.formatter = Arguments.given("formatter", formatter);
      return this;
    }

    /** Sets the file's encoding; UTF-8 unless set. */
    public Builder encoding(Charset encoding) {
      settings.encoding = Arguments.given("encoding", encoding);
      return this;
    }

    /**
     * Sets whether to find out which method logged, as {@link SimpleFormatter} prints it, which
     * costs a walk of the stack; yes unless set.
     */
    public Builder caller(boolean include) {
      settings.includesCaller = include;
      return this;
    }

    /** Sets how much may wait, in bytes; 256 MiB unless set. */
    public Builder capacityBytes(long bytes) {
      settings.capacityBytes = bytes;
      return this;
    }

    /** Sets the size of a journal file, in bytes; 16 MiB unless set. */
    public Builder segmentBytes(int bytes) {
      settings.segmentBytes = bytes;
      return this;
    }

    /** Sets what becomes of a record when as much waits; refused unless set. */
    public Builder whenFull(WhenFull choice) {
      settings.whenFull = Arguments.given("whenFull", choice);
      return this;
    }

    /** Sets how long {@code flush()} and {@code close()} wait; 5 s unless set. */
    public Builder flushTimeout(Duration timeout) {
      settings.flushTimeout = Arguments.notNegative("flushTimeout", timeout);
      return this;
    }

    /**
     * Opens the journal; what an earlier process left is delivered from now on.
     *
     * @return the handler
     * @throws IllegalArgumentException if there is neither a file nor a handler, or a size is out
     *     of its range
     */
    public JournalHandler open() {
      return new JournalHandler(settings.checked());
    }
  }
}
