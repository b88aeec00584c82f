package dev.lastcall.log4j2;

import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.LogEntry;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.filter.Filterable;
import org.jspecify.annotations.Nullable;

/**
 * An appender behind a journal, with what its reference lets through. Immutable.
 *
 * @param appender the appender
 * @param level the least that goes there, null for everything
 * @param filter what goes there, null for everything
 */
record AppenderBehind(Appender appender, @Nullable Level level, @Nullable Filter filter) {

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
