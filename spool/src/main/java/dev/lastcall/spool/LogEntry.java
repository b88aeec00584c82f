package dev.lastcall.spool;

import dev.lastcall.api.Arguments;
import dev.lastcall.journal.JournalRecord;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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
    return new Reader(Arguments.given("bytes", bytes).slice()).read();
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

  /** Reads one entry; see {@link LogField} for the layout. Used once. */
  private static final class Reader {
    private static final StackTraceElement[] NONE = {};
    private static final int FEWEST_BYTES_OF_A_FRAME = 7 * Integer.BYTES;

    private final ByteBuffer from;
    private final Map<String, String> context = new LinkedHashMap<>();
    private final List<String> stack = new ArrayList<>();
    private final List<String> markers = new ArrayList<>();
    private final Map<String, String> pairs = new LinkedHashMap<>();
    private Instant at = Instant.EPOCH;
    private long number;
    private long threadId;
    private String thread = "";
    private int level;
    private String levelName = "";
    private String logger = "";
    private String message = "";
    private @Nullable StackTraceElement caller;
    private @Nullable LoggedThrowable thrown;
    private boolean cut;

    Reader(ByteBuffer from) {
      this.from = from;
    }

    LogEntry read() {
      try {
        byte version = from.get();
        if (version != LogField.VERSION) {
          throw Arguments.refusal("version of the entry", version, "" + LogField.VERSION);
        }
        while (from.hasRemaining()) {
          field(from.get());
        }
      } catch (BufferUnderflowException | DateTimeException | ArithmeticException broken) {
        throw Arguments.refusal(
            "entry", from.limit() + " bytes", "an entry of " + LogEntry.CONTENT);
      }
      return new LogEntry(
          at, number, threadId, thread, level, levelName, logger, message, context, stack, markers,
          pairs, caller, thrown, cut);
    }

    private void field(byte field) {
      switch (field) {
        case LogField.AT -> at = Instant.ofEpochSecond(from.getLong(), from.getInt());
        case LogField.THREAD -> {
          threadId = from.getLong();
          thread = textOr("");
        }
        case LogField.LEVEL -> {
          level = from.getInt();
          levelName = textOr("");
        }
        case LogField.LOGGER -> logger = textOr("");
        case LogField.MESSAGE -> message = textOr("null");
        case LogField.CONTEXT -> context.put(textOr("null"), textOr("null"));
        case LogField.STACK -> stack.add(textOr("null"));
        case LogField.MARKER -> markers.add(textOr("null"));
        case LogField.PAIR -> pairs.put(textOr("null"), textOr("null"));
        case LogField.CALLER -> caller = frame();
        case LogField.THROWN -> thrown = throwable(NONE, 0);
        case LogField.NUMBER -> number = from.getLong();
        case LogField.CUT -> cut = true;
        default -> throw Arguments.refusal("field of the entry", field, "1 to " + LogField.CUT);
      }
    }

    private LoggedThrowable throwable(StackTraceElement[] around, int depth) {
      if (depth > LogField.DEEPEST) {
        throw new BufferUnderflowException();
      }
      String className = textOr("");
      String said = text();
      String all = textOr(className);
      int common = Math.max(0, Math.min(from.getInt(), around.length));
      int own = count(FEWEST_BYTES_OF_A_FRAME);
      StackTraceElement[] frames = new StackTraceElement[own + common];
      for (int i = 0; i < own; i++) {
        frames[i] = frame();
      }
      System.arraycopy(around, around.length - common, frames, own, common);
      LoggedThrowable cause = from.get() == 1 ? throwable(frames, depth + 1) : null;
      LoggedThrowable read = new LoggedThrowable(className, said, all, frames, common, cause);
      int suppressed = count(1);
      for (int i = 0; i < suppressed; i++) {
        LoggedThrowable other = throwable(frames, depth + 1);
        if (!other.className().isEmpty()) {
          read.addSuppressed(other);
        }
      }
      return read;
    }

    private StackTraceElement frame() {
      return new StackTraceElement(
          text(), text(), text(), textOr(""), textOr(""), text(), from.getInt());
    }

    /** A number of things that follow, which cannot be more than there is room for. */
    private int count(int fewestBytesEach) {
      int count = from.getInt();
      if (count < 0 || count > from.remaining() / fewestBytesEach) {
        throw new BufferUnderflowException();
      }
      return count;
    }

    private String textOr(String otherwise) {
      String text = text();
      return text == null ? otherwise : text;
    }

    private @Nullable String text() {
      int length = from.getInt();
      if (length == -1) {
        return null;
      }
      if (length < 0 || length > from.remaining()) {
        throw new BufferUnderflowException();
      }
      byte[] bytes = new byte[length];
      from.get(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
