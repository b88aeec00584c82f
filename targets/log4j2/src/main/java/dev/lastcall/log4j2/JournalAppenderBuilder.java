package dev.lastcall.log4j2;

import dev.lastcall.journal.WhenFull;
import java.util.List;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.appender.rolling.FileSize;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginConfiguration;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.validation.constraints.Required;
import org.apache.logging.log4j.core.util.Builder;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/**
 * Says what a {@link JournalAppender} is to be like. Not thread-safe.
 *
 * <p>What Log4j does not fill in has the default that its method names.
 */
public final class JournalAppenderBuilder implements Builder<JournalAppender> {
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

  JournalAppenderBuilder() {}

  /** Sets the appender's name; required. */
  public JournalAppenderBuilder setName(String name) {
    this.name = name;
    return this;
  }

  /** Sets the journal's folder, for this appender alone; required. */
  public JournalAppenderBuilder setFolder(String folder) {
    this.folder = folder;
    return this;
  }

  /** Sets the appenders behind; at least one is required. */
  public JournalAppenderBuilder setAppenderRefs(AppenderRef... references) {
    appenderRefs = references.clone();
    return this;
  }

  /** Sets what filters the events before they are kept; nothing unless set. */
  public JournalAppenderBuilder setFilter(Filter filter) {
    this.filter = filter;
    return this;
  }

  /** Sets how much may wait, such as {@code 64 MB}; 256 MB unless set. */
  public JournalAppenderBuilder setCapacity(String size) {
    capacity = size;
    return this;
  }

  /** Sets the size of a journal file, 64 KB to 1 GB; 16 MB unless set. */
  public JournalAppenderBuilder setSegmentSize(String size) {
    segmentSize = size;
    return this;
  }

  /** Sets what happens to an event when as much waits: {@code refuse}, or {@code drop_oldest}. */
  public JournalAppenderBuilder setWhenFull(String choice) {
    whenFull = choice;
    return this;
  }

  /** Sets how often to write to the storage device, in milliseconds; 0, never, unless set. */
  public JournalAppenderBuilder setForceInterval(long millis) {
    forceInterval = millis;
    return this;
  }

  /** Sets how long a stop waits for the appenders behind, in milliseconds; 5000 unless set. */
  public JournalAppenderBuilder setFlushTimeout(long millis) {
    flushTimeout = millis;
    return this;
  }

  /** Sets whether to find out where an event was logged, which is slow; no unless set. */
  public JournalAppenderBuilder setIncludeLocation(boolean include) {
    includeLocation = include;
    return this;
  }

  /** Sets where the appenders behind are found by name; required. */
  public JournalAppenderBuilder setConfiguration(Configuration configuration) {
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
      StatusLogger.getLogger()
          .error("Journal: name, folder, configuration or AppenderRef is missing");
      return null;
    }
    try {
      JournalSettings settings =
          new JournalSettings(
              folder,
              List.of(appenderRefs),
              bytes(capacity),
              Math.toIntExact(bytes(segmentSize)),
              choice(),
              forceInterval,
              flushTimeout,
              includeLocation);
      return new JournalAppender(name, filter, configuration, settings);
    } catch (IllegalArgumentException | ArithmeticException refused) {
      StatusLogger.getLogger().error("{}: {}", name, refused.getMessage(), refused);
      return null;
    }
  }

  private static long bytes(@Nullable String size) {
    return size == null ? 0 : FileSize.parse(size, 0);
  }

  private WhenFull choice() {
    return whenFull == null
        ? WhenFull.REFUSE
        : WhenFull.valueOf(whenFull.replace('-', '_').toUpperCase(java.util.Locale.ROOT));
  }
}
