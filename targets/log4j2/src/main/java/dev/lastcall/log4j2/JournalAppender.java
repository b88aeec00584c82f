package dev.lastcall.log4j2;

import dev.lastcall.api.Deadline;
import dev.lastcall.spool.LogEntry;
import dev.lastcall.spool.LogEntryWriter;
import dev.lastcall.spool.LogEntryWriters;
import dev.lastcall.spool.Outlet;
import dev.lastcall.spool.OutletSink;
import dev.lastcall.spool.Spool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.apache.logging.log4j.core.config.plugins.PluginConfiguration;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.validation.constraints.Required;
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
  private final StatusFindings findings;
  private final LogEntryWriters writers = new LogEntryWriters();
  private volatile List<AppenderBehind> behind = List.of();
  private volatile @Nullable Spool spool;
  private volatile @Nullable JournalAppender successor;

  JournalAppender(
      String name, @Nullable Filter filter, Configuration configuration, JournalSettings settings) {
    super(name, filter, null, true, null);
    this.configuration = configuration;
    this.settings = settings;
    this.findings = new StatusFindings(name);
  }

  /**
   * Begins to describe an appender; Log4j does it for a configuration.
   *
   * @return the builder
   */
  @PluginBuilderFactory
  public static Builder newBuilder() {
    return new Builder();
  }

  /** {@return the spool while started, null before and after} */
  @Nullable Spool spool() {
    return spool;
  }

  /** Opens the journal; what an earlier process left is handed on from now on. */
  @Override
  public void start() {
    behind = AppenderBehind.all(getName(), configuration, settings.references(), this::drain);
    JournalAppender before = OPEN.put(settings.path(), this);
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
    OPEN.remove(settings.path(), this);
    boolean all = closed(settings.flushTimeout());
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
      findings.refuseLoop(event);
    } else {
      LogEntryWriter entry = writers.borrow(open);
      EventFields.write(event, settings.includeLocation(), entry);
      if (!writers.offer(entry, open) && (open.failure().isPresent() || spool != open)) {
        appendDirectly(event);
      }
    }
  }

  private Spool opened() {
    List<Outlet> outlets = behind.stream().map(FileAppenderOutlet::of).toList();
    OutletSink sink = OutletSink.to(outlets, findings::tell);
    return settings
        .apply(Spool.in(settings.path(), LogEntry.CONTENT, sink))
        .named(getName())
        .onFinding(findings::tell)
        .open();
  }

  /**
   * A new configuration is started before the old one is stopped, and a journal has one owner. What
   * is logged in between goes to the appenders directly.
   */
  private void makeRoomFor(JournalAppender next) {
    closed(settings.flushTimeout());
    successor = next;
  }

  private boolean closed(Duration bound) {
    Spool open = spool;
    spool = null;
    boolean all = open == null || open.close(Deadline.after(bound));
    if (!all) {
      findings.tellOfRest(settings.folder());
    }
    return all;
  }

  private void drain() {
    Spool open = spool;
    if (open != null) {
      open.awaitDelivery(Deadline.after(settings.flushTimeout()));
    }
  }

  private void appendDirectly(LogEvent event) {
    behind.forEach(appender -> appender.append(event));
  }

  /**
   * Says what a {@link JournalAppender} is to be like. Not thread-safe.
   *
   * <p>What Log4j does not fill in has the default that its method names.
   */
  public static final class Builder
      implements org.apache.logging.log4j.core.util.Builder<JournalAppender> {
    private static final long FIVE_SECONDS = 5_000;

    @PluginBuilderAttribute
    @Required(message = "name: missing (expected: the appender's name)")
    private @Nullable String name;

    @PluginBuilderAttribute
    @Required(message = "folder: missing (expected: the journal's folder)")
    private @Nullable String folder;

    @PluginElement("AppenderRef")
    @Required(message = "AppenderRef: missing (expected: at least one, where the events are to go)")
    private AppenderRef @Nullable [] appenderRefs;

    @PluginElement("Filter")
    private @Nullable Filter filter;

    @PluginBuilderAttribute private @Nullable String capacity;
    @PluginBuilderAttribute private @Nullable String segmentSize;
    @PluginBuilderAttribute private @Nullable String whenFull;
    @PluginBuilderAttribute private long forceInterval;
    @PluginBuilderAttribute private long flushTimeout = FIVE_SECONDS;
    @PluginBuilderAttribute private boolean includeLocation;
    @PluginConfiguration private @Nullable Configuration configuration;

    Builder() {}

    /** Sets the appender's name; required. */
    public Builder setName(String name) {
      this.name = name;
      return this;
    }

    /** Sets the journal's folder, for this appender alone; required. */
    public Builder setFolder(String folder) {
      this.folder = folder;
      return this;
    }

    /** Sets the appenders behind; at least one is required. */
    public Builder setAppenderRefs(AppenderRef... references) {
      appenderRefs = references.clone();
      return this;
    }

    /** Sets what filters the events before they are kept; nothing unless set. */
    public Builder setFilter(Filter filter) {
      this.filter = filter;
      return this;
    }

    /** Sets how much may wait, such as {@code 64 MB}; 256 MB unless set. */
    public Builder setCapacity(String size) {
      capacity = size;
      return this;
    }

    /** Sets the size of a journal file, 64 KB to 256 MB; 16 MB unless set. */
    public Builder setSegmentSize(String size) {
      segmentSize = size;
      return this;
    }

    /** Sets what happens to an event when as much waits: {@code refuse}, or {@code drop_oldest}. */
    public Builder setWhenFull(String choice) {
      whenFull = choice;
      return this;
    }

    /** Sets how often to write to the storage device, in milliseconds; 0, never, unless set. */
    public Builder setForceInterval(long millis) {
      forceInterval = millis;
      return this;
    }

    /** Sets how long a stop waits for the appenders behind, in milliseconds; 5000 unless set. */
    public Builder setFlushTimeout(long millis) {
      flushTimeout = millis;
      return this;
    }

    /** Sets whether to find out where an event was logged, which is slow; no unless set. */
    public Builder setIncludeLocation(boolean include) {
      includeLocation = include;
      return this;
    }

    /** Sets where the appenders behind are found by name; required. */
    public Builder setConfiguration(Configuration configuration) {
      this.configuration = configuration;
      return this;
    }

    /**
     * Makes the appender.
     *
     * @return null if something is missing or wrong, as Log4j's status says then
     */
    @Override
    public @Nullable JournalAppender build() {
      if (name == null || folder == null || configuration == null || appenderRefs == null) {
        LOGGER.error("Journal: name, folder, configuration or AppenderRef is missing");
        return null;
      }
      try {
        JournalSettings settings =
            JournalSettings.of(folder, appenderRefs, capacity, segmentSize, whenFull)
                .with(forceInterval, flushTimeout, includeLocation);
        return new JournalAppender(name, filter, configuration, settings);
      } catch (IllegalArgumentException | ArithmeticException refused) {
        LOGGER.error("{}: {}", name, refused.getMessage(), refused);
        return null;
      }
    }
  }
}
