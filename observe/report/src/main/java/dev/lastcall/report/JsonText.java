package dev.lastcall.report;

import java.io.IOException;

/**
 * Text as a JSON string (RFC 8259, section 7) that stays well-formed whatever the text holds.
 *
 * <p>Half of a surrogate pair, which has no UTF-8 form, becomes U+FFFD. The two line separators
 * that older JavaScript refuses inside a string are escaped.
 */
final class JsonText {
  private static final String HEX = "0123456789abcdef";
  private static final char REPLACEMENT = '\ufffd';

  private JsonText() {}

  static void quote(String text, Appendable out) throws IOException {
    out.append('"');
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (Character.isSurrogate(unit)) {
        at += surrogate(text, at, out);
      } else {
        plain(unit, out);
      }
    }
    out.append('"');
  }

  /** Writes a pair, or the replacement for half of one; returns how many more units were used. */
  private static int surrogate(String text, int at, Appendable out) throws IOException {
    char unit = text.charAt(at);
    boolean whole =
        Character.isHighSurrogate(unit)
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    if (!whole) {
      out.append(REPLACEMENT);
      return 0;
    }
    out.append(unit).append(text.charAt(at + 1));
    return 1;
  }

  private static void plain(char unit, Appendable out) throws IOException {
    switch (unit) {
      case '"', '\\' -> out.append('\\').append(unit);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (unit < ' ' || unit == '\u2028' || unit == '\u2029' || unit == '\u007f') {
          escape(unit, out);
        } else {
          out.append(unit);
        }
      }
    }
  }

  private static void escape(char unit, Appendable out) throws IOException {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(unit >> shift & 0xf));
    }
  }
}
