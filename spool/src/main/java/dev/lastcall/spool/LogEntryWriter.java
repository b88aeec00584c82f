package dev.lastcall.spool;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event of a logging library into bytes, field by field, as {@link LogEntry} reads them.
 *
 * <p>The array is reused and nothing else allocated, but for what was thrown. What does not fit the
 * limit is cut (texts) or left out (everything else) and the entry says so; so the message comes
 * early. Not thread-safe; {@link LogEntryWriters} lends them.
 */
public final class LogEntryWriter {
  private static final int FEWEST_BYTES = 1024;
  private static final int LARGEST_KEPT = 64 * 1024;
  private static final int HEAD_OF_TEXT = 4;

  private final BiConsumer<CharSequence, CharSequence> contextPair = this::context;
  private byte[] bytes = new byte[FEWEST_BYTES];
  private StringBuilder scratch = new StringBuilder();
  private int length;
  private int limit;
  private boolean isFull;

  LogEntryWriter() {}

  /** Begins an entry that is no longer than a limit, in bytes. */
  void begin(int most) {
    // One byte is kept for the mark that something was cut.
    limit = most - 1;
    length = 0;
    isFull = false;
    if (bytes.length > LARGEST_KEPT) {
      bytes = new byte[FEWEST_BYTES];
    }
    bytes[length++] = LogField.VERSION;
  }

  /** Ends the entry. */
  void end() {
    if (isFull) {
      limit++;
      isFull = false;
      raw(LogField.CUT);
    }
  }

  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Writes when it was logged. */
  public LogEntryWriter at(long epochSecond, int nano) {
    int start = length;
    raw(LogField.AT).raw(epochSecond).raw(nano);
    return keptOrNot(start);
  }

  /** Writes the library's own number of the event. */
  public LogEntryWriter number(long number) {
    int start = length;
    raw(LogField.NUMBER).raw(number);
    return keptOrNot(start);
  }

  /** Writes which thread logged it. */
  public LogEntryWriter thread(long id, @Nullable CharSequence name) {
    int start = length;
    raw(LogField.THREAD).raw(id).text(name);
    return keptOrNot(start);
  }

  /** Writes the level. */
  public LogEntryWriter level(int level, CharSequence name) {
    int start = length;
    raw(LogField.LEVEL).raw(level).text(name);
    return keptOrNot(start);
  }

  /** Writes the logger's name. */
  public LogEntryWriter logger(@Nullable CharSequence name) {
    int start = length;
    raw(LogField.LOGGER).text(name);
    return keptOrNot(start);
  }

  /** Writes the message; one that is too long is cut. */
  public LogEntryWriter message(@Nullable CharSequence text) {
    int start = length;
    raw(LogField.MESSAGE).text(text);
    if (isFull && text != null) {
      cut(start, text);
    }
    return this;
  }

  /**
   * {@return an empty text to make the message in, reused by the next entry; {@link #message} reads
   * it}
   */
  public StringBuilder scratch() {
    if (scratch.capacity() > LARGEST_KEPT) {
      scratch = new StringBuilder();
    }
    scratch.setLength(0);
    return scratch;
  }

  /** Writes an entry of the mapped diagnostic context. */
  public LogEntryWriter context(CharSequence key, @Nullable CharSequence value) {
    return pair(LogField.CONTEXT, key, value);
  }

  /** {@return {@link #context} as an object, always the same one} */
  public BiConsumer<CharSequence, CharSequence> contextPair() {
    return contextPair;
  }

  /** Writes an entry of the nested diagnostic context. */
  public LogEntryWriter stack(@Nullable CharSequence text) {
    int start = length;
    raw(LogField.STACK).text(text);
    return keptOrNot(start);
  }

  /** Writes a marker. */
  public LogEntryWriter marker(CharSequence name) {
    int start = length;
    raw(LogField.MARKER).text(name);
    return keptOrNot(start);
  }

  /** Writes what was logged beside the message. */
  public LogEntryWriter pair(CharSequence name, @Nullable CharSequence value) {
    return pair(LogField.PAIR, name, value);
  }

  /** Writes where it was logged. */
  public LogEntryWriter caller(StackTraceElement frame) {
    int start = length;
    raw(LogField.CALLER).frame(frame);
    return keptOrNot(start);
  }

  /** Writes what was thrown, with its causes and what was suppressed. */
  public LogEntryWriter thrown(Throwable thrown) {
    int start = length;
    raw(LogField.THROWN);
    new ThrowableWriter(this).write(thrown);
    return keptOrNot(start);
  }

  LogEntryWriter frame(StackTraceElement frame) {
    // What the JDK does not print of its own loaders and modules would be printed after reading.
    String loader = frame.getClassLoaderName();
    String module = frame.getModuleName();
    boolean isBuiltIn = "app".equals(loader) || "platform".equals(loader);
    boolean isOfTheJdk =
        module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    return text(isBuiltIn ? null : loader)
        .text(module)
        .text(isOfTheJdk ? null : frame.getModuleVersion())
        .text(frame.getClassName())
        .text(frame.getMethodName())
        .text(frame.getFileName())
        .raw(frame.getLineNumber());
  }

  LogEntryWriter text(@Nullable CharSequence text) {
    if (text == null) {
      return raw(-1);
    }
    int characters = text.length();
    int start = length;
    if (!room(HEAD_OF_TEXT + characters)) {
      return this;
    }
    length += HEAD_OF_TEXT;
    byte[] to = bytes;
    int at = length;
    int next = 0;
    for (; next < characters; next++) {
      char character = text.charAt(next);
      if (character >= 0x80) {
        break;
      }
      to[at++] = (byte) character;
    }
    length = at;
    if (next < characters) {
      beyondAscii(text, next);
    }
    put(start, length - start - HEAD_OF_TEXT);
    return this;
  }

  LogEntryWriter raw(byte value) {
    if (room(1)) {
      bytes[length++] = value;
    }
    return this;
  }

  LogEntryWriter raw(int value) {
    if (room(Integer.BYTES)) {
      put(length, value);
      length += Integer.BYTES;
    }
    return this;
  }

  LogEntryWriter raw(long value) {
    return raw((int) (value >>> 32)).raw((int) value);
  }

  private LogEntryWriter pair(byte field, CharSequence name, @Nullable CharSequence value) {
    int start = length;
    raw(field).text(name).text(value);
    return keptOrNot(start);
  }

  /** A field is in the entry whole or not at all. */
  private LogEntryWriter keptOrNot(int start) {
    if (isFull) {
      length = start;
    }
    return this;
  }

  /** Writes as many of the characters as there is room for, at three bytes each. */
  private void cut(int start, CharSequence text) {
    length = start;
    int fits = (limit - start - 1 - 2 * HEAD_OF_TEXT) / 3;
    if (fits > 0) {
      isFull = false;
      raw(LogField.MESSAGE).text(text.subSequence(0, Math.min(fits, text.length())));
      isFull = true;
    }
  }

  private void beyondAscii(CharSequence text, int from) {
    int next = from;
    while (next < text.length() && room(HEAD_OF_TEXT)) {
      int point = Character.codePointAt(text, next);
      next += Character.charCount(point);
      if (point < 0x80) {
        bytes[length++] = (byte) point;
      } else if (point < 0x800) {
        bytes[length++] = (byte) (0xC0 | (point >> 6));
        bytes[length++] = (byte) (0x80 | (point & 0x3F));
      } else if (point < 0x10000) {
        boolean isHalf = Character.isSurrogate((char) point);
        bytes[length++] = (byte) (isHalf ? '?' : 0xE0 | (point >> 12));
        if (!isHalf) {
          bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
          bytes[length++] = (byte) (0x80 | (point & 0x3F));
        }
      } else {
        bytes[length++] = (byte) (0xF0 | (point >> 18));
        bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
        bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (point & 0x3F));
      }
    }
  }

  /** Whether so many bytes fit; once one thing did not, nothing does. */
  private boolean room(int more) {
    if (isFull || more > limit - length) {
      isFull = true;
      return false;
    }
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
    return true;
  }

  private void put(int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }
}
