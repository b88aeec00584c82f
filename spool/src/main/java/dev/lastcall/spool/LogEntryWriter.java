package dev.lastcall.spool;

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
  private static final int LARGEST_KEPT = 64 * 1024;

  private final BiConsumer<CharSequence, CharSequence> contextPair = this::context;
  private final EntryBytes bytes = new EntryBytes();
  private StringBuilder scratch = new StringBuilder();

  LogEntryWriter() {}

  /** Begins an entry that is no longer than a limit, in bytes. */
  void begin(int most) {
    // One byte is kept for the mark that something was cut.
    bytes.begin(most - 1);
    bytes.raw(LogField.VERSION);
  }

  /** Ends the entry. */
  void end() {
    if (bytes.isFull()) {
      bytes.addBehindTheLimit(LogField.CUT);
    }
  }

  byte[] array() {
    return bytes.array();
  }

  int length() {
    return bytes.length();
  }

  /** Writes when it was logged. */
  public LogEntryWriter at(long epochSecond, int nano) {
    int start = bytes.length();
    bytes.raw(LogField.AT).raw(epochSecond).raw(nano);
    return keptOrNot(start);
  }

  /** Writes the library's own number of the event. */
  public LogEntryWriter number(long number) {
    int start = bytes.length();
    bytes.raw(LogField.NUMBER).raw(number);
    return keptOrNot(start);
  }

  /** Writes which thread logged it. */
  public LogEntryWriter thread(long id, @Nullable String name) {
    int start = bytes.length();
    bytes.raw(LogField.THREAD).raw(id).name(name);
    return keptOrNot(start);
  }

  /** Writes the level. */
  public LogEntryWriter level(int level, String name) {
    int start = bytes.length();
    bytes.raw(LogField.LEVEL).raw(level).name(name);
    return keptOrNot(start);
  }

  /** Writes the logger's name. */
  public LogEntryWriter logger(@Nullable String name) {
    int start = bytes.length();
    bytes.raw(LogField.LOGGER).name(name);
    return keptOrNot(start);
  }

  /** Writes the message; one that is too long is cut. */
  public LogEntryWriter message(@Nullable CharSequence text) {
    boolean wasFull = bytes.isFull();
    int start = bytes.length();
    bytes.raw(LogField.MESSAGE).text(text);
    if (bytes.isFull() && !wasFull && text != null) {
      cut(start, text);
    }
    return keptOrNot(bytes.isFull() && wasFull ? start : bytes.length());
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
    int start = bytes.length();
    bytes.raw(LogField.STACK).text(text);
    return keptOrNot(start);
  }

  /** Writes a marker. */
  public LogEntryWriter marker(CharSequence name) {
    int start = bytes.length();
    bytes.raw(LogField.MARKER).text(name);
    return keptOrNot(start);
  }

  /** Writes what was logged beside the message. */
  public LogEntryWriter pair(CharSequence name, @Nullable CharSequence value) {
    return pair(LogField.PAIR, name, value);
  }

  /** Writes where it was logged. */
  public LogEntryWriter caller(StackTraceElement frame) {
    int start = bytes.length();
    bytes.raw(LogField.CALLER).frame(frame);
    return keptOrNot(start);
  }

  /** Writes what was thrown, with its causes and what was suppressed. */
  public LogEntryWriter thrown(Throwable thrown) {
    int start = bytes.length();
    bytes.raw(LogField.THROWN);
    new ThrowableWriter(bytes).write(thrown);
    return keptOrNot(start);
  }

  private LogEntryWriter pair(byte field, CharSequence name, @Nullable CharSequence value) {
    int start = bytes.length();
    bytes.raw(field).text(name).text(value);
    return keptOrNot(start);
  }

  /** A field is in the entry whole or not at all. */
  private LogEntryWriter keptOrNot(int start) {
    if (bytes.isFull()) {
      bytes.fill(start);
    }
    return this;
  }

  /** Writes as many of the characters as there is room for. */
  private void cut(int start, CharSequence text) {
    bytes.shrinkTo(start);
    bytes.raw(LogField.MESSAGE);
    int fits = Math.min(bytes.charactersLeft(), text.length());
    if (fits > 0) {
      bytes.text(text.subSequence(0, fits));
      bytes.fill(bytes.length());
    } else {
      bytes.fill(start);
    }
  }
}
