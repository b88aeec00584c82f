package dev.lastcall.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastcall.api.Arguments;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One member of a JSON document together with its path, so that whatever is wrong with it can be
 * named: {@code cleanups[3].outcome.word: "finished" (expected: …)}.
 *
 * @param path where it stands
 * @param node what stands there; "missing node" if nothing does
 */
record Member(String path, JsonNode node) {
  private static final int MOST_DIGITS = 25;
  private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);

  Member at(String name) {
    return new Member(path.isEmpty() ? name : path + "." + name, node.path(name));
  }

  boolean isPresent() {
    return !node.isMissingNode();
  }

  Member object() throws UnreadableReportException {
    require(node.isObject(), "an object");
    return this;
  }

  <T> List<T> list(Reading<T> each) throws UnreadableReportException {
    require(node.isArray(), "a list");
    List<T> values = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      values.add(each.of(new Member(path + "[" + i + "]", node.get(i))));
    }
    return values;
  }

  List<String> texts() throws UnreadableReportException {
    return list(Member::text);
  }

  String text() throws UnreadableReportException {
    require(node.isTextual(), "text");
    return node.textValue();
  }

  long number() throws UnreadableReportException {
    require(node.isIntegralNumber() && node.canConvertToLong(), "a whole number");
    return node.longValue();
  }

  int smallNumber() throws UnreadableReportException {
    require(node.isIntegralNumber() && node.canConvertToInt(), "a whole number of 32 bits");
    return node.intValue();
  }

  boolean truth() throws UnreadableReportException {
    require(node.isBoolean(), "true or false");
    return node.booleanValue();
  }

  Duration millis() throws UnreadableReportException {
    require(node.isNumber(), "milliseconds");
    BigDecimal millis = node.decimalValue();
    require(millis.precision() - millis.scale() < MOST_DIGITS, "milliseconds of 292 years at most");
    BigDecimal nanos = millis.multiply(NANOS_PER_MILLI);
    require(nanos.abs().compareTo(MOST_NANOS) <= 0, "milliseconds of 292 years at most");
    return Duration.ofNanos(nanos.longValue());
  }

  Instant moment() throws UnreadableReportException {
    try {
      return Instant.parse(text());
    } catch (DateTimeParseException malformed) {
      throw refusal("a time such as 2026-03-14T09:26:53.589Z");
    }
  }

  /** Returns the constant whose name is the text in lower case, with dashes. */
  <E extends Enum<E>> E word(Class<E> words) throws UnreadableReportException {
    String word = text();
    for (E constant : words.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
        return constant;
      }
    }
    throw refusal(
        "one of "
            + List.of(words.getEnumConstants())
                .toString()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-'));
  }

  /** Makes a value that refuses bad input itself, and adds the path to what it says. */
  <T> T made(Supplier<T> maker) throws UnreadableReportException {
    try {
      return maker.get();
    } catch (IllegalArgumentException refused) {
      throw new UnreadableReportException(path + "." + refused.getMessage());
    }
  }

  private void require(boolean fits, String expected) throws UnreadableReportException {
    if (!fits) {
      throw refusal(expected);
    }
  }

  UnreadableReportException refusal(String expected) {
    String found = isPresent() ? node.toString() : "missing";
    String shown = found.length() > 80 ? found.substring(0, 80) + "…" : found;
    return new UnreadableReportException(Arguments.text(path, shown, expected));
  }

  /** Reads one element of a list. */
  @FunctionalInterface
  interface Reading<T> {
    T of(Member member) throws UnreadableReportException;
  }
}
