package dev.lastcall.durable;

/**
 * One line of JSON (RFC 8259) with an object in it. All but plain ASCII is escaped, so the line
 * survives every tool and every encoding. Not thread-safe.
 */
final class JsonLine {
  private static final int FIRST_PLAIN = 0x20;
  private static final int FIRST_BEYOND = 0x7f;

  private final StringBuilder out = new StringBuilder("{");

  JsonLine text(String key, String value) {
    key(key);
    quote(value);
    return this;
  }

  JsonLine number(String key, long value) {
    key(key);
    out.append(value);
    return this;
  }

  /** The line, with its end. */
  String line() {
    return out + "}\n";
  }

  private void key(String key) {
    if (out.length() > 1) {
      out.append(',');
    }
    quote(key);
    out.append(':');
  }

  private void quote(String value) {
    out.append('"');
    for (int at = 0; at < value.length(); at++) {
      char unit = value.charAt(at);
      if (unit == '"' || unit == '\\') {
        out.append('\\').append(unit);
      } else if (unit < FIRST_PLAIN || unit >= FIRST_BEYOND) {
        out.append(String.format("\\u%04x", (int) unit));
      } else {
        out.append(unit);
      }
    }
    out.append('"');
  }
}
