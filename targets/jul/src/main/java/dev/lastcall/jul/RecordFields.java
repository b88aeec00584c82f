package dev.lastcall.jul;

import dev.lastcall.spool.LogEntryWriter;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** Writes a record's fields into an entry of a journal, on the thread that logs it. Stateless. */
final class RecordFields {
  private RecordFields() {}

  static void write(LogRecord record, boolean includesCaller, LogEntryWriter entry) {
    Instant at = record.getInstant();
    entry
        .at(at.getEpochSecond(), at.getNano())
        .number(record.getSequenceNumber())
        .level(record.getLevel().intValue(), record.getLevel().getName())
        .logger(record.getLoggerName())
        .thread(record.getLongThreadID(), Thread.currentThread().getName())
        .message(message(record));
    if (record.getThrown() != null) {
      entry.thrown(record.getThrown());
    }
    if (includesCaller && record.getSourceClassName() != null) {
      String method = record.getSourceMethodName();
      entry.caller(
          new StackTraceElement(
              record.getSourceClassName(), method == null ? "" : method, null, -1));
    }
  }

  /** As {@link java.util.logging.Formatter#formatMessage} does it, but without its lock. */
  private static @Nullable String message(LogRecord record) {
    String text = localized(record);
    Object[] parameters = record.getParameters();
    if (text == null || parameters == null || parameters.length == 0 || !hasPlace(text)) {
      return text;
    }
    try {
      return MessageFormat.format(text, parameters);
    } catch (IllegalArgumentException notAFormat) {
      return text;
    }
  }

  private static @Nullable String localized(LogRecord record) {
    ResourceBundle bundle = record.getResourceBundle();
    String message = record.getMessage();
    if (bundle == null || message == null) {
      return message;
    }
    try {
      return bundle.getString(message);
    } catch (MissingResourceException | ClassCastException notThere) {
      return message;
    }
  }

  private static boolean hasPlace(String text) {
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      if (at + 1 < text.length() && Character.digit(text.charAt(at + 1), 10) >= 0) {
        return true;
      }
    }
    return false;
  }
}
