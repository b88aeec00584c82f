package dev.lastcall.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.journal.WhenFull;
import dev.lastcall.spool.LogEntry;
import dev.lastcall.spool.LogEntryWriter;
import dev.lastcall.spool.LogEntryWriters;
import dev.lastcall.spool.Outlet;
import dev.lastcall.spool.OutletSink;
import dev.lastcall.spool.Spool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every event in a journal, on the caller's thread, and hands it to the appenders behind it
 * on another: asynchronous, and yet nothing is lost if the process is killed.
 *
 * <pre>{@code
 * <appender name="JOURNAL" class="dev.lastcall.logback.JournalAppender">
 *   <folder>log/journal</folder>
 *   <appender-ref ref="FILE"/>
 * </appender>
 * }</pre>
 *
 * <p>What a process leaves undelivered, however it ended, is handed on first by the next one with
 * the same folder: exactly once to a {@link FileAppender} (not in prudent mode), at least once to
 * others. The caller never waits: if the journal is full, the event is refused and counted; if the
 * journal cannot be used at all, events go to the appenders directly. An event that the appenders
 * log themselves, on the delivering thread, is not kept, because it would never end. Problems go to
 * Logback's status. Thread-safe.
 */
public final class JournalAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
    implements AppenderAttachable<ILoggingEvent> {
  private final AppenderAttachableImpl<ILoggingEvent> behind = new AppenderAttachableImpl<>();
  private final LogEntryWriters writers = new LogEntryWriters();
  private final AtomicBoolean loopTold = new AtomicBoolean();
  private @Nullable String folder;
  private @Nullable FileSize capacity;
  private @Nullable FileSize segmentSize;
  private @Nullable Duration forceInterval;
  private Duration flushTimeout = Duration.buildBySeconds(5);
  private WhenFull whenFull = WhenFull.REFUSE;
  private boolean includeCallerData;
  private volatile @Nullable Spool spool;

  /** Makes an appender that is not started; Logback sets its properties. */
  public JournalAppender() {}

  /** Sets the journal's folder, for this appender alone; required. */
  public void setFolder(String folder) {
    this.folder = folder;
  }

  /** Sets how much may wait, such as {@code 64MB}; 256 MB unless set. */
  public void setCapacity(FileSize capacity) {
    this.capacity = capacity;
  }

  /** Sets the size of a journal file, 64 KB to 256 MB; 16 MB unless set. */
  public void setSegmentSize(FileSize size) {
    segmentSize = size;
  }

  /** Sets what happens to an event when as much waits: REFUSE, or DROP_OLDEST. */
  public void setWhenFull(WhenFull choice) {
    whenFull = choice;
  }

  /** Sets how often to write to the storage device, against power loss; never unless set. */
  public void setForceInterval(Duration interval) {
    forceInterval = interval;
  }

  /** Sets how long a stop waits for the appenders behind; 5 seconds unless set. */
  public void setFlushTimeout(Duration timeout) {
    flushTimeout = timeout;
  }

  /** Sets whether to find out where an event was logged, which is slow; no unless set. */
  public void setIncludeCallerData(boolean include) {
    includeCallerData = include;
  }

  /** {@return the spool while started, null before and after} */
  @Nullable Spool spool() {
    return spool;
  }

  /** Opens the journal; what an earlier process left is handed on from now on. */
  @Override
  public void start() {
    if (isStarted() || !isComplete()) {
      return;
    }
    try {
      Spool.Builder builder =
          Spool.in(Path.of(folder), LogEntry.CONTENT, OutletSink.to(outlets(), this::tell))
              .named(getName() == null ? "logback" : getName())
              .whenFull(whenFull)
              .onFinding(this::tell);
      if (capacity != null) {
        builder.capacityBytes(capacity.getSize());
      }
      if (segmentSize != null) {
        builder.segmentBytes(Math.toIntExact(segmentSize.getSize()));
      }
      if (forceInterval != null) {
        builder.forceEvery(java.time.Duration.ofMillis(forceInterval.getMilliseconds()));
      }
      spool = builder.open();
      super.start();
    } catch (IllegalArgumentException | ArithmeticException refused) {
      addError(refused.getMessage(), refused);
    }
  }

  /** Hands on what waits, for as long as the flush timeout allows, and stops the appenders. */
  @Override
  public void stop() {
    if (!isStarted()) {
      return;
    }
    super.stop();
    Spool open = spool;
    spool = null;
    if (open != null) {
      long millis = flushTimeout.getMilliseconds();
      if (!open.close(Deadline.after(java.time.Duration.ofMillis(millis)))) {
        addWarn("Events wait in " + folder + " for the next start; nothing of them is lost.");
      }
    }
    behind.detachAndStopAllAppenders();
  }

  @Override
  protected void append(ILoggingEvent event) {
    Spool open = spool;
    if (open == null) {
      return;
    }
    if (open.isDelivering()) {
      refuseLoop(event);
      return;
    }
    LogEntryWriter entry = writers.borrow(open);
    EventFields.write(event, includeCallerData, entry);
    if (!writers.offer(entry, open) && open.failure().isPresent()) {
      event.prepareForDeferredProcessing();
      behind.appendLoopOnAppenders(event);
    }
  }

  private boolean isComplete() {
    if (folder == null) {
      addError("folder: missing (expected: the journal's folder)");
    }
    if (!iteratorForAppenders().hasNext()) {
      addError("appender-ref: missing (expected: at least one, where the events are to go)");
    }
    return folder != null && iteratorForAppenders().hasNext();
  }

  private List<Outlet> outlets() {
    List<Outlet> outlets = new ArrayList<>();
    behind
        .iteratorForAppenders()
        .forEachRemaining(
            appender -> {
              if (appender instanceof AsyncAppenderBase) {
                addWarn(
                    appender.getName()
                        + " has a queue of its own, which a killed process loses;"
                        + " put the journal in its place.");
              }
              outlets.add(
                  appender instanceof FileAppender<ILoggingEvent> file && !file.isPrudent()
                      ? new FileAppenderOutlet(file)
                      : new AppenderOutlet(appender));
            });
    return outlets;
  }

  private void refuseLoop(ILoggingEvent event) {
    if (loopTold.compareAndSet(false, true)) {
      addWarn(
          "What an appender behind the journal logs while it is called is not kept, such as: "
              + event.getFormattedMessage());
    }
  }

  private void tell(Finding finding) {
    String text = finding.id() + ": " + finding.message() + " " + finding.advice();
    switch (finding.severity()) {
      case ERROR -> addError(text);
      case WARNING -> addWarn(text);
      case INFO -> addInfo(text);
    }
  }

  @Override
  public void addAppender(Appender<ILoggingEvent> appender) {
    behind.addAppender(appender);
  }

  @Override
  public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
    return behind.iteratorForAppenders();
  }

  @Override
  public Appender<ILoggingEvent> getAppender(String name) {
    return behind.getAppender(name);
  }

  @Override
  public boolean isAttached(Appender<ILoggingEvent> appender) {
    return behind.isAttached(appender);
  }

  @Override
  public void detachAndStopAllAppenders() {
    behind.detachAndStopAllAppenders();
  }

  @Override
  public boolean detachAppender(Appender<ILoggingEvent> appender) {
    return behind.detachAppender(appender);
  }

  @Override
  public boolean detachAppender(String name) {
    return behind.detachAppender(name);
  }
}
