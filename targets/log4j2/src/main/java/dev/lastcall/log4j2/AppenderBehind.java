package dev.lastcall.log4j2;

import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.LogEntry;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.filter.AbstractFilterable;
import org.apache.logging.log4j.core.filter.Filterable;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/**
 * An appender behind a journal, with what its reference lets through. Immutable.
 *
 * @param appender the appender
 * @param level the least that goes there, null for everything
 * @param filter what goes there, null for everything
 */
record AppenderBehind(Appender appender, @Nullable Level level, @Nullable Filter filter) {
  private static final Logger LOGGER = StatusLogger.getLogger();

  /**
   * Finds the appenders that a journal refers to; those that do not exist are complained of.
   *
   * @param journal the name of the journal's appender
   * @param drain run before one of them is stopped
   */
  static List<AppenderBehind> all(
      String journal, Configuration configuration, List<AppenderRef> references, Runnable drain) {
    List<AppenderBehind> found = new ArrayList<>();
    for (AppenderRef reference : references) {
      Appender appender = configuration.getAppender(reference.getRef());
      if (appender == null) {
        LOGGER.error("{}: no appender is called {}", journal, reference.getRef());
      } else {
        found.add(of(journal, appender, reference, drain));
      }
    }
    return List.copyOf(found);
  }

  private static AppenderBehind of(
      String journal, Appender appender, AppenderRef reference, Runnable drain) {
    if (appender instanceof AsyncAppender) {
      LOGGER.warn(
          "{}: {} has a queue of its own, which a killed process loses; put the journal in its"
              + " place",
          journal,
          appender.getName());
    }
    if (appender instanceof AbstractFilterable filterable) {
      filterable.addFilter(new DrainFilter(drain));
    }
    return new AppenderBehind(appender, reference.getLevel(), reference.getFilter());
  }

  boolean wants(LogEvent event) {
    return (level == null || level.intLevel() >= event.getLevel().intLevel())
        && (filter == null || filter.filter(event) != Filter.Result.DENY)
        && !(appender instanceof Filterable filterable && filterable.isFiltered(event));
  }

  /** Hands an event on as it is, without a journal. */
  void append(LogEvent event) {
    if (wants(event)) {
      appender.append(event);
    }
  }

  static LogEvent event(JournalRecord record) {
    return JournaledEvents.of(LogEntry.of(record));
  }
}
