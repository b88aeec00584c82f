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
final class JsonWriter {
  private static final int LINED_DEPTH = 2;
  private static final int DECIMALS_UNIT = 100_000;

  private final Appendable out;
  private int depth;
  private boolean afterValue;
  private boolean afterKey;

  JsonWriter(Appendable out) {
    this.out = out;
  }

  JsonWriter begin(char bracket) throws IOException {
    separate();
    out.append(bracket);
    depth++;
    afterValue = false;
    return this;
  }

  JsonWriter end(char bracket) throws IOException {
    depth--;
    if (afterValue && depth < LINED_DEPTH) {
      newLine();
    }
    out.append(bracket);
    afterValue = true;
    return this;
  }

  JsonWriter key(String name) throws IOException {
    text(name);
    out.append(": ");
    afterValue = false;
    afterKey = true;
    return this;
  }

  JsonWriter text(@Nullable String value) throws IOException {
    separate();
    JsonText.quote(value == null ? "" : value, out);
    afterValue = true;
    return this;
  }

  /** Writes an enum constant as one lower-case word, {@code SHUTDOWN_HOOK} as shutdown-hook. */
  JsonWriter word(@Nullable Enum<?> constant) throws IOException {
    return text(constant == null ? "" : Words.of(constant));
  }

  JsonWriter texts(Iterable<String> values) throws IOException {
    begin('[');
    for (String value : values) {
      text(value);
    }
    return end(']');
  }

  JsonWriter number(long value) throws IOException {
    separate();
    digits(value);
    afterValue = true;
    return this;
  }

  JsonWriter truth(boolean value) throws IOException {
    separate();
    out.append(value ? "true" : "false");
    afterValue = true;
    return this;
  }

  /** Writes a duration as milliseconds with as many decimals as it needs, at most six. */
  JsonWriter millis(@Nullable Duration value) throws IOException {
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
