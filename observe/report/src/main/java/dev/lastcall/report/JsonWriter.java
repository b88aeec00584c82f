package dev.lastcall.report;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as it goes, character by character, so that it needs next to no memory and no class
 * that the JVM has not loaded yet.
 *
 * <p>The members of the outermost object, and the elements of the lists right below it, stand on
 * lines of their own: such a file can be read, compared and searched line by line. Confined to one
 * thread.
 */
public final class JsonWriter {
  private static final int LINED_DEPTH = 2;
  private static final int DECIMALS_UNIT = 100_000;

  private final Appendable out;
  private int depth;
  private boolean afterValue;
  private boolean afterKey;

  /**
   * Makes a writer.
   *
   * @param out where to; not closed, not flushed
   */
  public JsonWriter(Appendable out) {
    this.out = out;
  }

  /**
   * Begins an object or a list.
   *
   * @param bracket how it opens
   * @return this
   * @throws IOException if the output throws it
   */
  public JsonWriter begin(char bracket) throws IOException {
    separate();
    out.append(bracket);
    depth++;
    afterValue = false;
    return this;
  }

  /**
   * Ends the innermost object or list.
   *
   * @param bracket how it closes
   * @return this
   * @throws IOException if the output throws it
   */
  public JsonWriter end(char bracket) throws IOException {
    depth--;
    if (afterValue && depth < LINED_DEPTH) {
      newLine();
    }
    out.append(bracket);
    afterValue = true;
    return this;
  }

  /**
   * Writes the name of a member, whose value comes next.
   *
   * @param name the name
   * @return this
   * @throws IOException if the output throws it
   */
  public JsonWriter key(String name) throws IOException {
    text(name);
    out.append(": ");
    afterValue = false;
    afterKey = true;
    return this;
  }

  /**
   * Writes a text.
   *
   * @param value the text; an empty one for null
   * @return this
   * @throws IOException if the output throws it
   */
  public JsonWriter text(@Nullable String value) throws IOException {
    separate();
    JsonText.quote(value == null ? "" : value, out);
    afterValue = true;
    return this;
  }

  /**
   * Writes an enum constant as one lower-case word, {@code SHUTDOWN_HOOK} as shutdown-hook.
   *
   * @param constant the constant; an empty text for null
   * @return this
   * @throws IOException if the output throws it
   */
  public JsonWriter word(@Nullable Enum<?> constant) throws IOException {
    return text(constant == null ? "" : Words.of(constant));
  }

  /**
   * Writes a list of texts.
   *
   * @param values the texts
   * @return this
   * @throws IOException if the output throws it
   */
  public JsonWriter texts(Iterable<String> values) throws IOException {
    begin('[');
    for (String value : values) {
      text(value);
    }
    return end(']');
  }

  /**
   * Writes a whole number.
   *
   * @param value the number
   * @return this
   * @throws IOException if the output throws it
   */
  public JsonWriter number(long value) throws IOException {
    separate();
    digits(value);
    afterValue = true;
    return this;
  }

  /**
   * Writes true or false.
   *
   * @param value which of them
   * @return this
   * @throws IOException if the output throws it
   */
  public JsonWriter truth(boolean value) throws IOException {
    separate();
    out.append(value ? "true" : "false");
    afterValue = true;
    return this;
  }

  /**
   * Writes a duration as milliseconds with as many decimals as it needs, at most six.
   *
   * @param value the duration; zero for null
   * @return this
   * @throws IOException if the output throws it
   */
  public JsonWriter millis(@Nullable Duration value) throws IOException {
    separate();
    long nanos = Nanos.of(value);
    if (nanos < 0) {
      out.append('-');
      nanos = -nanos;
    }
    digits(nanos / Nanos.PER_MILLI);
    long rest = nanos % Nanos.PER_MILLI;
    if (rest != 0) {
      out.append('.');
    }
    for (long unit = DECIMALS_UNIT; rest != 0; unit /= 10) {
      out.append((char) ('0' + rest / unit));
      rest %= unit;
    }
    afterValue = true;
    return this;
  }

  private void digits(long value) throws IOException {
    if (value < 0) {
      out.append(Long.toString(value));
      return;
    }
    if (value >= 10) {
      digits(value / 10);
    }
    out.append((char) ('0' + value % 10));
  }

  private void separate() throws IOException {
    if (afterValue) {
      out.append(',');
    }
    if (!afterKey && depth > 0) {
      if (depth <= LINED_DEPTH) {
        newLine();
      } else if (afterValue) {
        out.append(' ');
      }
    }
    afterKey = false;
  }

  private void newLine() throws IOException {
    out.append('\n');
    for (int level = 0; level < depth; level++) {
      out.append("  ");
    }
  }
}
