package dev.lastcall.log4j2;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.spool.LogEntry;
import dev.lastcall.spool.LogEntryWriter;
import dev.lastcall.spool.LogEntryWriters;
import dev.lastcall.spool.Outlet;
import dev.lastcall.spool.OutletSink;
import dev.lastcall.spool.Spool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.apache.logging.log4j.core.filter.AbstractFilterable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every event in a journal, on the caller's thread, and hands it to the appenders behind it
 * on another: asynchronous, and yet nothing is lost if the process is killed.
 *
 * <pre>{@code
 * <Journal name="JOURNAL" folder="log/journal">
 *   <AppenderRef ref="FILE"/>
 * </Journal>
 * }</pre>
 *
 * <p>What a process leaves undelivered, however it ended, is handed on first by the next one with
 * the same folder: exactly once to an appender of type File, RollingFile, RandomAccessFile or
 * RollingRandomAccessFile, at least once to others. The caller never waits: if the journal is full,
 * the event is refused and counted; if the journal cannot be used at all, events go to the
 * appenders directly. An event that the appenders log themselves, on the delivering thread, is not
 * kept, because it would never end. Problems go to Log4j's status logger. Thread-safe.
 */
@Plugin(
    name = "Journal",
    category = Core.CATEGORY_NAME,
    elementType = Appender.ELEMENT_TYPE,
    printObject = true)
public final class JournalAppender extends AbstractAppender {
  /** Of this process, by folder. */
  private static final ConcurrentMap<Path, JournalAppender> OPEN = new ConcurrentHashMap<>();

  private final Configuration configuration;
  private final JournalSettings settings;
  private final LogEntryWriters writers = new LogEntryWriters();
  private final AtomicBoolean loopTold = new AtomicBoolean();
  private volatile List<AppenderBehind> behind = List.of();
  private volatile @Nullable Spool spool;
  private volatile @Nullable JournalAppender successor;

  JournalAppender(
      String name, @Nullable Filter filter, Configuration configuration, JournalSettings settings) {
    super(name, filter, null, true, null);
    this.configuration = configuration;
    this.settings = settings;
  }

  /**
   * Begins to describe an appender; Log4j does it for a configuration.
   *
   * @return the builder
   */
  @PluginBuilderFactory
  public static JournalAppenderBuilder newBuilder() {
    return new JournalAppenderBuilder();
  }

  /** {@return the spool while started, null before and after} */
  @Nullable Spool spool() {
    return spool;
  }

  /** Opens the journal; what an earlier process left is handed on from now on. */
  @Override
  public void start() {
    List<AppenderBehind> found = new ArrayList<>();
    for (AppenderRef reference : settings.references()) {
      Appender appender = configuration.getAppender(reference.getRef());
      if (appender == null) {
        LOGGER.error("{}: no appender is called {}", getName(), reference.getRef());
      } else {
        found.add(behind(appender, reference));
      }
    }
    behind = List.copyOf(found);
    JournalAppender before = OPEN.put(folder(), this);
    if (before != null && before != this) {
      before.makeRoomFor(this);
    }
    spool = opened();
    super.start();
  }

  /**
   * Hands on what waits, for as long as the flush timeout allows. What Log4j allows is not asked:
   * at a shutdown that is 50 ms, and its own asynchronous appender does not ask either.
   */
  @Override
  public boolean stop(long timeout, TimeUnit unit) {
    setStopping();
    OPEN.remove(folder(), this);
    boolean all = closed(patience());
    return super.stop(timeout, unit) && all;
  }

  @Override
  public void append(LogEvent event) {
    Spool open = spool;
    JournalAppender next = successor;
    if (next != null) {
      next.append(event);
    } else if (open == null) {
      appendDirectly(event);
    } else if (open.isDelivering()) {
      refuseLoop(event);
    } else {
      LogEntryWriter entry = writers.borrow(open);
      EventFields.write(event, settings.includeLocation(), entry);
      if (!writers.offer(entry, open) && (open.failure().isPresent() || spool != open)) {
        appendDirectly(event);
      }
    }
  }

  private AppenderBehind behind(Appender appender, AppenderRef reference) {
    if (appender instanceof AsyncAppender) {
      LOGGER.warn(
          "{}: {} has a queue of its own, which a killed process loses; put the journal in its"
              + " place",
          getName(),
          appender.getName());
    }
    if (appender instanceof AbstractFilterable filterable) {
      filterable.addFilter(new DrainFilter(this::drain));
    }
    return new AppenderBehind(appender, reference.getLevel(), reference.getFilter());
  }

  private Spool opened() {
    List<Outlet> outlets = behind.stream().map(FileAppenderOutlet::of).toList();
    OutletSink sink = OutletSink.to(outlets, this::tell);
    return settings
        .apply(Spool.in(folder(), LogEntry.CONTENT, sink))
        .named(getName())
        .onFinding(this::tell)
        .open();
  }

  /**
   * A new configuration is started before the old one is stopped, and a journal has one owner. What
   * is logged in between goes to the appenders directly.
   */
  private void makeRoomFor(JournalAppender next) {
    closed(patience());
    successor = next;
  }

  private boolean closed(Duration bound) {
    Spool open = spool;
    spool = null;
    boolean all = open == null || open.close(Deadline.after(bound));
    if (!all) {
      LOGGER.warn(
          "{}: events wait in {} for the next start; nothing of them is lost",
          getName(),
          settings.folder());
    }
    return all;
  }

  private void drain() {
    Spool open = spool;
    if (open != null) {
      open.awaitDelivery(Deadline.after(patience()));
    }
  }

  private void appendDirectly(LogEvent event) {
    behind.forEach(appender -> appender.append(event));
  }

  private Duration patience() {
    return Duration.ofMillis(settings.flushTimeoutMillis());
  }

  private Path folder() {
    return Path.of(settings.folder()).toAbsolutePath().normalize();
  }

  private void refuseLoop(LogEvent event) {
    if (loopTold.compareAndSet(false, true)) {
      LOGGER.warn(
          "{}: what an appender behind the journal logs while it is called is not kept, such as {}",
          getName(),
          event.getMessage().getFormattedMessage());
    }
  }

  private void tell(Finding finding) {
    String text = "{}: {}: {} {}";
    switch (finding.severity()) {
      case ERROR ->
          LOGGER.error(text, getName(), finding.id(), finding.message(), finding.advice());
      case WARNING ->
          LOGGER.warn(text, getName(), finding.id(), finding.message(), finding.advice());
      case INFO -> LOGGER.info(text, getName(), finding.id(), finding.message(), finding.advice());
    }
  }
}
