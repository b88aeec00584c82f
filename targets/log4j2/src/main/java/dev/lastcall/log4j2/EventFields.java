package dev.lastcall.log4j2;

import dev.lastcall.spool.LogEntryWriter;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.time.Instant;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.apache.logging.log4j.util.StringBuilderFormattable;
import org.apache.logging.log4j.util.TriConsumer;

/** Writes an event's fields into an entry of a journal, on the thread that logs it. Stateless. */
final class EventFields {
  private static final TriConsumer<String, Object, LogEntryWriter> CONTEXT =
      (key, value, entry) -> entry.context(key, String.valueOf(value));

  private EventFields() {}

  static void write(LogEvent event, boolean includeLocation, LogEntryWriter entry) {
    Instant at = event.getInstant();
    entry
        .at(at.getEpochSecond(), at.getNanoOfSecond())
        .level(event.getLevel().intLevel(), event.getLevel().name())
        .logger(event.getLoggerName())
        .thread(event.getThreadId(), event.getThreadName());
    message(event.getMessage(), entry);
    ReadOnlyStringMap context = event.getContextData();
    if (!context.isEmpty()) {
      context.forEach(CONTEXT, entry);
    }
    if (!event.getContextStack().isEmpty()) {
      event.getContextStack().asList().forEach(entry::stack);
    }
    Marker marker = event.getMarker();
    if (marker != null) {
      entry.marker(marker.getName());
    }
    if (event.getThrown() != null) {
      entry.thrown(event.getThrown());
    }
    if (includeLocation && event.getSource() != null) {
      entry.caller(event.getSource());
    }
  }

  /** Most messages can write themselves; then no text has to be made. */
  private static void message(Message message, LogEntryWriter entry) {
    if (message instanceof StringBuilderFormattable formattable) {
      StringBuilder text = entry.scratch();
      formattable.formatTo(text);
      entry.message(text);
    } else {
      entry.message(message.getFormattedMessage());
    }
  }
}
