package dev.lastcall.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/**
 * Numbers and lengths of time, as far as the source says them: literals, constants, arithmetic,
 * {@code Duration} and {@code TimeUnit}.
 *
 * <p>Where a value can be one of several, the greatest counts. Confined to one thread.
 */
public final class Amounts {
  /** Longer than any process lives. */
  public static final Duration FOR_EVER = Duration.ofDays(365L * 1000);

  private static final BigInteger NANOS_FOR_EVER = nanos(FOR_EVER);
  private static final Map<String, Duration> UNITS =
      Map.ofEntries(
          Map.entry("NANOSECONDS", Duration.ofNanos(1)),
          Map.entry("NANOS", Duration.ofNanos(1)),
          Map.entry("MICROSECONDS", Duration.ofNanos(1000)),
          Map.entry("MICROS", Duration.ofNanos(1000)),
          Map.entry("MILLISECONDS", Duration.ofMillis(1)),
          Map.entry("MILLIS", Duration.ofMillis(1)),
          Map.entry("SECONDS", Duration.ofSeconds(1)),
          Map.entry("MINUTES", Duration.ofMinutes(1)),
          Map.entry("HOURS", Duration.ofHours(1)),
          Map.entry("DAYS", Duration.ofDays(1)),
          Map.entry("FOREVER", FOR_EVER));
  private static final Map<String, String> FACTORIES =
      Map.ofEntries(
          Map.entry("ofNanos", "NANOS"),
          Map.entry("ofMillis", "MILLIS"),
          Map.entry("ofSeconds", "SECONDS"),
          Map.entry("ofMinutes", "MINUTES"),
          Map.entry("ofHours", "HOURS"),
          Map.entry("ofDays", "DAYS"),
          Map.entry("toNanos", "NANOS"),
          Map.entry("toMicros", "MICROS"),
          Map.entry("toMillis", "MILLIS"),
          Map.entry("toSeconds", "SECONDS"),
          Map.entry("getSeconds", "SECONDS"),
          Map.entry("toMinutes", "MINUTES"),
          Map.entry("toHours", "HOURS"),
          Map.entry("toDays", "DAYS"));

  private final Values values;
  private final Calls calls;
  private final SourceTree tree;

  private Amounts(SourceTree tree, Calls calls, Values values) {
    this.tree = tree;
    this.calls = calls;
    this.values = values;
  }

  static Amounts of(SourceTree tree, Calls calls, Values values) {
    return new Amounts(tree, calls, values);
  }

  /** {@return the number that an expression is, at most} */
  public Optional<BigInteger> number(ExpressionTree expression) {
    return number(expression, 0);
  }

  /** {@return the length of time that an expression of type {@code Duration} is, at most} */
  public Optional<Duration> time(ExpressionTree duration) {
    return nanos(duration, 0).map(Amounts::duration);
  }

  /** {@return the length of time of an amount and its unit} */
  public Optional<Duration> time(ExpressionTree amount, ExpressionTree unit) {
    return unit(unit)
        .flatMap(one -> number(amount).map(number -> duration(number.multiply(nanos(one)))));
  }

  /** {@return the length of time of a number of milliseconds} */
  public Optional<Duration> millis(ExpressionTree amount) {
    return number(amount).map(number -> duration(number.multiply(BigInteger.valueOf(1_000_000))));
  }

  /** {@return the length of a time unit that is written by name} */
  public Optional<Duration> unit(ExpressionTree unit) {
    for (ExpressionTree origin : values.origins(unit)) {
      String text = origin.toString();
      return Optional.ofNullable(UNITS.get(text.substring(text.lastIndexOf('.') + 1)));
    }
    return Optional.empty();
  }

  private Optional<BigInteger> number(ExpressionTree expression, int depth) {
    if (depth > 8) {
      return Optional.empty();
    }
    Optional<BigInteger> greatest = Optional.empty();
    for (ExpressionTree origin : values.origins(expression)) {
      Optional<BigInteger> one = one(origin, depth);
      if (one.isEmpty()) {
        return one;
      }
      greatest = greatest.isEmpty() || one.get().compareTo(greatest.get()) > 0 ? one : greatest;
    }
    return greatest;
  }

  private Optional<BigInteger> one(ExpressionTree origin, int depth) {
    if (origin instanceof LiteralTree literal) {
      return literal.getValue() instanceof Number number
          ? Optional.of(whole(number))
          : Optional.empty();
    }
    if (origin instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
      return number(unary.getExpression(), depth + 1).map(BigInteger::negate);
    }
    if (origin instanceof BinaryTree binary) {
      return arithmetic(binary, depth);
    }
    if (origin instanceof MethodInvocationTree) {
      return calls.at(origin).flatMap(call -> result(call, depth));
    }
    return tree.element(origin)
        .filter(VariableElement.class::isInstance)
        .map(variable -> ((VariableElement) variable).getConstantValue())
        .filter(Number.class::isInstance)
        .map(value -> whole((Number) value));
  }

  private Optional<BigInteger> arithmetic(BinaryTree binary, int depth) {
    Optional<BigInteger> left = number(binary.getLeftOperand(), depth + 1);
    Optional<BigInteger> right = number(binary.getRightOperand(), depth + 1);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    BigInteger a = left.get();
    BigInteger b = right.get();
    if (binary.getKind() == Tree.Kind.PLUS) {
      return Optional.of(a.add(b));
    } else if (binary.getKind() == Tree.Kind.MINUS) {
      return Optional.of(a.subtract(b));
    } else if (binary.getKind() == Tree.Kind.MULTIPLY) {
      return Optional.of(a.multiply(b));
    } else if (binary.getKind() == Tree.Kind.DIVIDE && b.signum() != 0) {
      return Optional.of(a.divide(b));
    }
    return Optional.empty();
  }

  /** {@code unit.toMillis(n)}, {@code duration.toMillis()}, {@code Math.min(a, b)}. */
  private Optional<BigInteger> result(Call call, int depth) {
    if (call.isOn("java.lang.Math") && call.arguments().size() == 2) {
      Optional<BigInteger> a = number(call.arguments().get(0), depth + 1);
      Optional<BigInteger> b = number(call.arguments().get(1), depth + 1);
      if (call.name().equals("min")) {
        return a.isEmpty() ? b : b.isEmpty() ? a : Optional.of(a.get().min(b.get()));
      }
      return a.isPresent() && b.isPresent() && call.name().equals("max")
          ? Optional.of(a.get().max(b.get()))
          : Optional.empty();
    }
    Duration unit = UNITS.get(FACTORIES.getOrDefault(call.name(), ""));
    if (unit == null || call.receiver().isEmpty()) {
      return Optional.empty();
    }
    Optional<BigInteger> time =
        call.arguments().size() == 1
            ? time(call.arguments().get(0), call.receiver().get()).map(Amounts::nanos)
            : nanos(call.receiver().get(), depth + 1);
    return time.map(nanos -> nanos.divide(nanos(unit)));
  }

  private Optional<BigInteger> nanos(ExpressionTree duration, int depth) {
    if (depth > 8) {
      return Optional.empty();
    }
    Optional<BigInteger> greatest = Optional.empty();
    for (ExpressionTree origin : values.origins(duration)) {
      Optional<BigInteger> one =
          calls.at(origin).flatMap(call -> made(call, depth)).or(() -> constant(origin));
      if (one.isEmpty()) {
        return one;
      }
      greatest = greatest.isEmpty() || one.get().compareTo(greatest.get()) > 0 ? one : greatest;
    }
    return greatest;
  }

  private static Optional<BigInteger> constant(ExpressionTree origin) {
    String text = origin.toString();
    return text.equals("Duration.ZERO") || text.equals("ZERO")
        ? Optional.of(BigInteger.ZERO)
        : Optional.empty();
  }

  /**
   * {@code Duration.ofSeconds(n)}, {@code Duration.of(n, unit)}, {@code Duration.parse("PT5S")},
   * sums and multiples of them.
   */
  private Optional<BigInteger> made(Call call, int depth) {
    Set<String> time =
        Set.of(
            "multipliedBy",
            "plus",
            "minus",
            "dividedBy",
            "plusSeconds",
            "plusMillis",
            "plusMinutes");
    if (call.name().equals("of") && call.arguments().size() == 2) {
      return time(call.arguments().get(0), call.arguments().get(1)).map(Amounts::nanos);
    }
    if (call.name().equals("parse") && call.arguments().size() == 1) {
      return parsed(call.arguments().get(0));
    }
    if (call.name().startsWith("of")
        && call.arguments().size() == 1
        && FACTORIES.containsKey(call.name())) {
      BigInteger unit = nanos(UNITS.getOrDefault(FACTORIES.get(call.name()), FOR_EVER));
      return number(call.arguments().get(0), depth + 1).map(number -> number.multiply(unit));
    }
    if (time.contains(call.name()) && call.receiver().isPresent() && call.arguments().size() == 1) {
      return changed(call, call.receiver().get(), call.arguments().get(0), depth);
    }
    return Optional.empty();
  }

  private Optional<BigInteger> changed(
      Call call, ExpressionTree receiver, ExpressionTree by, int depth) {
    Optional<BigInteger> before = nanos(receiver, depth + 1);
    if (call.name().equals("plus") || call.name().equals("minus")) {
      Optional<BigInteger> other = nanos(by, depth + 1);
      return before.flatMap(
          a -> other.map(b -> call.name().equals("plus") ? a.add(b) : a.subtract(b)));
    }
    Optional<BigInteger> number = number(by, depth + 1);
    if (call.name().equals("multipliedBy")) {
      return before.flatMap(a -> number.map(a::multiply));
    }
    if (call.name().equals("dividedBy")) {
      return before.flatMap(a -> number.filter(b -> b.signum() != 0).map(a::divide));
    }
    String unit = call.name().substring("plus".length()).toUpperCase(java.util.Locale.ROOT);
    return before.flatMap(
        a -> number.map(b -> a.add(b.multiply(nanos(UNITS.getOrDefault(unit, Duration.ZERO))))));
  }

  private Optional<BigInteger> parsed(ExpressionTree text) {
    return values
        .origin(text)
        .filter(
            origin -> origin instanceof LiteralTree literal && literal.getValue() instanceof String)
        .flatMap(
            origin -> {
              try {
                return Optional.of(
                    nanos(Duration.parse((String) ((LiteralTree) origin).getValue())));
              } catch (java.time.format.DateTimeParseException noDuration) {
                return Optional.empty();
              }
            });
  }

  private static BigInteger whole(Number number) {
    return number instanceof Double || number instanceof Float
        ? new java.math.BigDecimal(number.toString()).toBigInteger()
        : BigInteger.valueOf(number.longValue());
  }

  private static BigInteger nanos(Duration duration) {
    return BigInteger.valueOf(duration.getSeconds())
        .multiply(BigInteger.valueOf(1_000_000_000))
        .add(BigInteger.valueOf(duration.getNano()));
  }

  private static Duration duration(BigInteger nanos) {
    if (nanos.compareTo(NANOS_FOR_EVER) >= 0) {
      return FOR_EVER;
    }
    BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000_000));
    return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
  }
}
