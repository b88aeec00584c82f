package dev.lastcall.source;

import com.sun.source.tree.Tree;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Arithmetic on numbers as source code has them. */
final class Numbers {
  private Numbers() {}

  /** {@return the result of a binary operation, empty if it is none of those on numbers} */
  static Optional<BigInteger> arithmetic(Tree.Kind kind, BigInteger a, BigInteger b) {
    return switch (kind) {
      case PLUS -> Optional.of(a.add(b));
      case MINUS -> Optional.of(a.subtract(b));
      case MULTIPLY -> Optional.of(a.multiply(b));
      case DIVIDE -> b.signum() == 0 ? Optional.empty() : Optional.of(a.divide(b));
      case LEFT_SHIFT ->
          b.signum() < 0 || b.bitLength() > 6
              ? Optional.empty()
              : Optional.of(a.shiftLeft(b.intValue()));
      default -> Optional.empty();
    };
  }

  /**
   * {@return the result of a method of {@code Math} with two arguments; the lesser is known if one
   * is}
   */
  static Optional<BigInteger> mathematics(
      String name, Optional<BigInteger> a, Optional<BigInteger> b) {
    if (name.equals("min") && (a.isEmpty() || b.isEmpty())) {
      return a.or(() -> b);
    }
    return a.flatMap(
        one ->
            b.flatMap(
                other ->
                    switch (name) {
                      case "min" -> Optional.of(one.min(other));
                      case "max" -> Optional.of(one.max(other));
                      case "addExact" -> Optional.of(one.add(other));
                      case "subtractExact" -> Optional.of(one.subtract(other));
                      case "multiplyExact" -> Optional.of(one.multiply(other));
                      default -> Optional.empty();
                    }));
  }

  /** The text of a number, or of a {@code Duration}. */
  static Optional<BigInteger> parsed(Object value) {
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    if (text.matches("[+-]?\\d{1,19}")) {
      return Optional.of(new BigInteger(text));
    }
    try {
      return Optional.of(nanos(Duration.parse(text)));
    } catch (DateTimeParseException noDuration) {
      return Optional.empty();
    }
  }

  /** {@return a number without a fraction} */
  static Optional<BigInteger> whole(Number number) {
    if (!(number instanceof Double || number instanceof Float)) {
      return Optional.of(BigInteger.valueOf(number.longValue()));
    }
    double value = number.doubleValue();
    return Double.isFinite(value) && value == Math.rint(value)
        ? Optional.of(new BigDecimal(value).toBigInteger())
        : Optional.empty();
  }

  /** {@return the nanoseconds of a length of time, however long} */
  static BigInteger nanos(Duration duration) {
    return BigInteger.valueOf(duration.getSeconds())
        .multiply(BigInteger.valueOf(1_000_000_000))
        .add(BigInteger.valueOf(duration.getNano()));
  }
}
