package dev.lastcall.spool;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one entry: an array that grows up to a limit and is reused. Once something did not
 * fit, nothing is added. Not thread-safe.
 */
final class EntryBytes {
  private static final int FEWEST_BYTES = 1024;
  private static final int LARGEST_KEPT = 64 * 1024;
  private static final int HEAD_OF_TEXT = 4;
  private static final int ASCII = 0x7F;

  /** Names are few and come again and again, so their bytes are kept; a power of two. */
  private static final int NAMES = 32;

  private final @Nullable CharSequence[] names = new CharSequence[NAMES];
  private final byte[][] bytesOfNames = new byte[NAMES][];
  private byte[] bytes = new byte[FEWEST_BYTES];
  private char[] characters = new char[FEWEST_BYTES / 2];
  private int length;
  private int limit;
  private boolean isFull;

  /** Forgets what it holds and takes no more than a limit from now on. */
  void begin(int most) {
    limit = most;
    length = 0;
    isFull = false;
    if (bytes.length > LARGEST_KEPT) {
      bytes = new byte[FEWEST_BYTES];
      characters = new char[FEWEST_BYTES / 2];
    }
  }

  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  boolean isFull() {
    return isFull;
  }

  /** Takes back what was added, and that it did not fit. */
  void shrinkTo(int before) {
    length = before;
    isFull = false;
  }

  /** What did not fit is taken back, and nothing is added from now on. */
  void fill(int before) {
    length = before;
    isFull = true;
  }

  /** How many characters of a text fit, at three bytes each. */
  int charactersLeft() {
    return (limit - length - 2 * HEAD_OF_TEXT) / 3;
  }

  /** Adds one byte behind the limit, which the caller has kept free. */
  void addBehindTheLimit(byte value) {
    limit++;
    isFull = false;
    raw(value);
  }

  EntryBytes raw(byte value) {
    if (room(1)) {
      bytes[length++] = value;
    }
    return this;
  }

  EntryBytes raw(int value) {
    if (room(Integer.BYTES)) {
      put(length, value);
      length += Integer.BYTES;
    }
    return this;
  }

  EntryBytes raw(long value) {
    return raw((int) (value >>> 32)).raw((int) value);
  }

  /** Adds a text of which there are few, such as a thread's name. */
  @SuppressWarnings("ReferenceEquality") // another object with the same text is worth another place
  EntryBytes name(@Nullable String name) {
    if (name == null) {
      return raw(-1);
    }
    int place = name.hashCode() & (NAMES - 1);
    if (names[place] == name) {
      byte[] kept = bytesOfNames[place];
      if (room(kept.length)) {
        System.arraycopy(kept, 0, bytes, length, kept.length);
        length += kept.length;
      }
      return this;
    }
    int start = length;
    text(name);
    if (!isFull) {
      names[place] = name;
      bytesOfNames[place] = Arrays.copyOfRange(bytes, start, length);
    }
    return this;
  }

  EntryBytes text(@Nullable CharSequence text) {
    if (text == null) {
      return raw(-1);
    }
    int count = text.length();
    int start = length;
    if (!room(HEAD_OF_TEXT + count)) {
      return this;
    }
    copy(text, count);
    char[] from = characters;
    byte[] to = bytes;
    int at = start + HEAD_OF_TEXT;
    int all = 0;
    for (int i = 0; i < count; i++) {
      char character = from[i];
      all |= character;
      to[at + i] = (byte) character;
    }
    length = at + count;
    if (all > ASCII) {
      length = at;
      beyondAscii(count);
    }
    put(start, length - start - HEAD_OF_TEXT);
    return this;
  }

  EntryBytes frame(StackTraceElement frame) {
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

  /** Out of the text in one go: a loop over its {@code charAt} takes three times as long. */
  private void copy(CharSequence text, int count) {
    if (characters.length < count) {
      characters = new char[Math.max(characters.length * 2, count)];
    }
    if (text instanceof String string) {
      string.getChars(0, count, characters, 0);
    } else if (text instanceof StringBuilder builder) {
      builder.getChars(0, count, characters, 0);
    } else {
      for (int i = 0; i < count; i++) {
        characters[i] = text.charAt(i);
      }
    }
  }

  private void beyondAscii(int count) {
    int next = 0;
    while (next < count && room(HEAD_OF_TEXT)) {
      int point = Character.codePointAt(characters, next, count);
      next += Character.charCount(point);
      if (point <= ASCII) {
        bytes[length++] = (byte) point;
      } else if (point < 0x800) {
        add(0xC0 | (point >> 6), point);
      } else if (point < 0x10000 && Character.isSurrogate((char) point)) {
        bytes[length++] = '?';
      } else if (point < 0x10000) {
        bytes[length++] = (byte) (0xE0 | (point >> 12));
        add(0x80 | ((point >> 6) & 0x3F), point);
      } else {
        bytes[length++] = (byte) (0xF0 | (point >> 18));
        bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
        add(0x80 | ((point >> 6) & 0x3F), point);
      }
    }
  }

  private void add(int before, int point) {
    bytes[length++] = (byte) before;
    bytes[length++] = (byte) (0x80 | (point & 0x3F));
  }

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
