package dev.lastcall.durable;

import dev.lastcall.api.Arguments;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a JSON array of strings (RFC 8259), and nothing else. Not thread-safe.
 *
 * <p>By hand, because this room has no dependency, and a service must not get a JSON library with
 * its cleanups.
 */
final class JsonStrings {
  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";
  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;

  private final String text;
  private int at;

  private JsonStrings(String text) {
    this.text = text;
  }

  static List<String> parse(String text) {
    return new JsonStrings(text).array();
  }

  private List<String> array() {
    List<String> strings = new ArrayList<>();
    expect('[');
    if (peek() != ']') {
      strings.add(string());
      while (peek() == ',') {
        at++;
        strings.add(string());
      }
    }
    expect(']');
    if (peek() != '\0') {
      throw refusal();
    }
    return strings;
  }

  private String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    for (char unit = next(); unit != '"'; unit = next()) {
      if (unit < ' ') {
        throw refusal();
      }
      string.append(unit == '\\' ? escaped() : unit);
    }
    return string.toString();
  }

  private char escaped() {
    char unit = next();
    int known = ESCAPED.indexOf(unit);
    if (known >= 0) {
      return MEANT.charAt(known);
    }
    if (unit != 'u' || at + HEX_DIGITS > text.length()) {
      throw refusal();
    }
    int value = 0;
    for (int digit = 0; digit < HEX_DIGITS; digit++) {
      int hex = Character.digit(next(), HEX);
      if (hex < 0) {
        throw refusal();
      }
      value = value * HEX + hex;
    }
    return (char) value;
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw refusal();
    }
    at++;
  }

  /** The next unit that is no white space, NUL at the end. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private char next() {
    if (at == text.length()) {
      throw refusal();
    }
    return text.charAt(at++);
  }

  private IllegalArgumentException refusal() {
    return Arguments.refusal(
        "command", text, "a JSON array of strings; position " + at + " is wrong");
  }
}
