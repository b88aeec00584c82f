package dev.lastcall.spool;

import dev.lastcall.api.Arguments;
import dev.lastcall.journal.JournalRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of a logging library as a journal of content {@value #CONTENT} holds it: everything an
 * ordinary appender needs to write it, in a form that no library owns.
 *
 * @param at when it was logged
 * @param number the library's own number of it, 0 if it gives none
 * @param threadId the logging thread's id
 * @param thread the logging thread's name
 * @param level the level as the library counts it
 * @param levelName what the library calls the level
 * @param logger the logger's name
 * @param message with its arguments filled in
 * @param context the mapped diagnostic context
 * @param stack the nested diagnostic context, outermost first
 * @param markers the markers' names
 * @param pairs what was logged beside the message, by name
 * @param caller where it was logged, null if that was not asked for
 * @param thrown what was logged with it, null if nothing was
 * @param cut whether something of it had to be left out, because it was too long for the journal
 */
public record LogEntry(
    Instant at,
    long number,
    long threadId,
    String thread,
    int level,
    String levelName,
    String logger,
    String message,
    Map<String, String> context,
    List<String> stack,
    List<String> markers,
    Map<String, String> pairs,
    @Nullable StackTraceElement caller,
    @Nullable LoggedThrowable thrown,
    boolean cut) {
  /** What the journal of such entries says it holds. */
  public static final String CONTENT = "log/1";

  /** The type of their records. */
  public static final int TYPE = 1;

  /** Checks the values and makes the collections unmodifiable, their order kept. */
  public LogEntry {
    Arguments.given("at", at);
    context = Collections.unmodifiableMap(Arguments.given("context", context));
    stack = List.copyOf(stack);
    markers = List.copyOf(markers);
    pairs = Collections.unmodifiableMap(Arguments.given("pairs", pairs));
  }

  /**
   * Reads the entry of a record. One that cannot be read becomes an entry that says so, so that it
   * is seen where it is missing.
   *
   * @param record of a journal of this content
   * @return the entry
   */
  public static LogEntry of(JournalRecord record) {
    try {
      return read(record.payload());
    } catch (IllegalArgumentException unreadable) {
      String message =
          "Record " + record.sequence() + " is not readable: " + unreadable.getMessage();
      return new LogEntry(
          record.at(),
          0,
          0,
          "",
          0,
          "WARN",
          LogEntry.class.getName(),
          message,
          Map.of(),
          List.of(),
          List.of(),
          Map.of(),
          null,
          null,
          false);
    }
  }

  /**
   * Reads an entry.
   *
   * @param bytes as {@link LogEntryWriter} has written them
   * @return the entry
   * @throws IllegalArgumentException if they are no entry of a version known here
   */
  public static LogEntry read(ByteBuffer bytes) {
    return new LogEntryReader(Arguments.given("bytes", bytes).slice()).read();
  }

  /**
   * {@return the level as SLF4J calls it: {@code TRACE}, {@code DEBUG}, {@code INFO}, {@code WARN}
   * or {@code ERROR}; for a level that is none of a known library {@code INFO}}
   */
  public String standardLevel() {
    return switch (levelName) {
      case "TRACE", "FINEST", "FINER" -> "TRACE";
      case "DEBUG", "FINE" -> "DEBUG";
      case "WARN", "WARNING" -> "WARN";
      case "ERROR", "FATAL", "SEVERE" -> "ERROR";
      default -> "INFO";
    };
  }

  /** {@return the message, with a word at its end if something of the event is missing} */
  public String text() {
    return cut ? message + " [cut: too long for the journal]" : message;
  }
}
