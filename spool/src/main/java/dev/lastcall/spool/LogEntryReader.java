package dev.lastcall.spool;

import dev.lastcall.api.Arguments;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one entry; see {@link LogField} for the layout. Used once. */
final class LogEntryReader {
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

  LogEntryReader(ByteBuffer from) {
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
      throw Arguments.refusal("entry", from.limit() + " bytes", "an entry of " + LogEntry.CONTENT);
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
