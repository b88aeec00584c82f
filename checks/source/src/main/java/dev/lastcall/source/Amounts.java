package dev.lastcall.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.math.BigInteger;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/**
 * Numbers and lengths of time, as far as the source says them: literals, constants, arithmetic,
 * {@code Duration} and {@code TimeUnit}.
 *
 * <p>Where a value can be one of several, the greatest counts; if one of them is unknown, all is.
 * What depends on itself, and what has a fraction, is unknown. Confined to one thread.
 */
public final class Amounts {
  /** Longer than any process lives. */
  public static final Duration FOR_EVER = Duration.ofDays(365L * 1000);

  /** Expressions nested deeper than this are unknown. */
  private static final int DEPTH = 60;

  private static final BigInteger NANOS_FOR_EVER = Numbers.nanos(FOR_EVER);
  private static final Set<String> BOXES =
      Set.of(
          "valueOf",
          "longValue",
          "intValue",
          "toIntExact",
          "parseLong",
          "parseInt",
          "requireNonNull",
          "abs");
  private static final Set<String> WITH_DEFAULT =
      Set.of("getLong", "getInteger", "getOrDefault", "requireNonNullElse");

  private final SourceTree tree;
  private final Calls calls;
  private final Values values;
  private final IdentityHashMap<Tree, Optional<BigInteger>> known = new IdentityHashMap<>();
  private int depth;

  private Amounts(SourceTree tree, Calls calls, Values values) {
    this.tree = tree;
    this.calls = calls;
    this.values = values;
  }

  static Amounts of(SourceTree tree, Calls calls, Values values) {
    return new Amounts(tree, calls, values);
  }

  /** {@return the number that an expression is, at most; of a {@code Duration}, its nanoseconds} */
  public Optional<BigInteger> number(ExpressionTree expression) {
    Tree bare = Values.bare(expression);
    Optional<BigInteger> before = known.get(bare);
    if (before != null) {
      return before;
    }
    if (depth > DEPTH) {
      return Optional.empty();
    }
    known.put(bare, Optional.empty());
    depth++;
    Optional<BigInteger> greatest = greatest(expression);
    depth--;
    known.put(bare, greatest);
    return greatest;
  }

  /** {@return the length of time that an expression of type {@code Duration} is, at most} */
  public Optional<Duration> time(ExpressionTree duration) {
    return number(duration).map(Amounts::duration);
  }

  /** {@return the length of time of an amount and its unit, at most} */
  public Optional<Duration> time(ExpressionTree amount, ExpressionTree unit) {
    return nanos(amount, unit).map(Amounts::duration);
  }

  /** {@return the length of time of a number of milliseconds, at most} */
  public Optional<Duration> millis(ExpressionTree amount) {
    return number(amount)
        .map(number -> duration(number.multiply(Numbers.nanos(Duration.ofMillis(1)))));
  }

  /**
   * {@return the length of a time unit that is written by name; the longest if it can be one of
   * several}
   */
  public Optional<Duration> unit(ExpressionTree unit) {
    Optional<Duration> longest = Optional.empty();
    for (ExpressionTree origin : values.origins(unit)) {
      String text = origin.toString();
      Optional<Duration> one = TimeUnits.named(text.substring(text.lastIndexOf('.') + 1));
      if (one.isEmpty()) {
        return one;
      }
      longest = longest.isEmpty() || one.get().compareTo(longest.get()) > 0 ? one : longest;
    }
    return longest;
  }

  private Optional<BigInteger> nanos(ExpressionTree amount, ExpressionTree unit) {
    return unit(unit)
        .flatMap(one -> number(amount).map(number -> number.multiply(Numbers.nanos(one))));
  }

  private Optional<BigInteger> greatest(ExpressionTree expression) {
    Optional<BigInteger> greatest = Optional.empty();
    for (ExpressionTree origin : values.origins(expression)) {
      Optional<BigInteger> one = one(origin);
      if (one.isEmpty()) {
        return one;
      }
      greatest = greatest.isEmpty() ? one : greatest.map(one.get()::max);
    }
    return greatest;
  }

  private Optional<BigInteger> one(ExpressionTree origin) {
    if (origin instanceof LiteralTree literal) {
      return literal.getValue() instanceof Number number
          ? Numbers.whole(number)
          : Numbers.parsed(literal.getValue());
    }
    if (origin instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
      return number(unary.getExpression()).map(BigInteger::negate);
    }
    if (origin instanceof BinaryTree binary) {
      Optional<BigInteger> left = number(binary.getLeftOperand());
      Optional<BigInteger> right = left.isEmpty() ? left : number(binary.getRightOperand());
      return left.flatMap(a -> right.flatMap(b -> Numbers.arithmetic(binary.getKind(), a, b)));
    }
    Optional<Call> call = calls.at(origin);
    return call.isPresent() ? result(call.get()) : constant(origin);
  }

  private Optional<BigInteger> constant(ExpressionTree origin) {
    if (origin.toString().endsWith("Duration.ZERO")) {
      return Optional.of(BigInteger.ZERO);
    }
    return tree.element(origin)
        .filter(VariableElement.class::isInstance)
        .map(variable -> ((VariableElement) variable).getConstantValue())
        .flatMap(
            value -> value instanceof Number number ? Numbers.whole(number) : Optional.empty());
  }

  /**
   * What a call returns, if it is one that makes, changes or converts a number or a length of time.
   */
  private Optional<BigInteger> result(Call call) {
    return switch (call.arguments().size()) {
      case 0 -> converted(call);
      case 1 -> ofOne(call, call.arguments().get(0));
      case 2 -> ofTwo(call, call.arguments().get(0), call.arguments().get(1));
      default -> Optional.empty();
    };
  }

  /**
   * {@code duration.toMillis()}, {@code ChronoUnit.HOURS.getDuration()}, {@code
   * number.longValue()}.
   */
  private Optional<BigInteger> converted(Call call) {
    Optional<ExpressionTree> from = call.receiver();
    if (call.name().equals("getDuration")) {
      return from.flatMap(this::unit).map(Numbers::nanos);
    }
    if (BOXES.contains(call.name()) || call.name().equals("negated")) {
      Optional<BigInteger> number = from.flatMap(this::number);
      return call.name().equals("negated") ? number.map(BigInteger::negate) : number;
    }
    return TimeUnits.behind(call.name(), List.of("to", "get"))
        .flatMap(
            unit -> from.flatMap(this::number).map(nanos -> nanos.divide(Numbers.nanos(unit))));
  }

  /**
   * {@code Duration.ofSeconds(n)}, {@code Duration.parse("PT5S")}, {@code unit.toMillis(n)}, sums
   * and multiples.
   */
  private Optional<BigInteger> ofOne(Call call, ExpressionTree argument) {
    String name = call.name();
    if (name.equals("parse") || (BOXES.contains(name) && call.receiver().isPresent())) {
      return number(argument);
    }
    Optional<Duration> made = TimeUnits.behind(name, List.of("of", "timeValue"));
    if (made.isPresent()) {
      return number(argument).map(number -> number.multiply(Numbers.nanos(made.get())));
    }
    Optional<Duration> to = TimeUnits.behind(name, List.of("to"));
    if (to.isPresent()) {
      Optional<BigInteger> nanos = call.receiver().flatMap(unit -> nanos(argument, unit));
      return nanos.map(number -> number.divide(Numbers.nanos(to.get())));
    }
    return call.receiver().flatMap(this::number).flatMap(before -> changed(name, before, argument));
  }

  private Optional<BigInteger> changed(String name, BigInteger before, ExpressionTree argument) {
    Optional<BigInteger> by = number(argument);
    Optional<BigInteger> more =
        TimeUnits.behind(name, List.of("plus", "minus"))
            .flatMap(unit -> by.map(number -> number.multiply(Numbers.nanos(unit))));
    if (name.startsWith("plus")) {
      return (name.equals("plus") ? by : more).map(before::add);
    }
    if (name.startsWith("minus")) {
      return (name.equals("minus") ? by : more).map(before::subtract);
    }
    if (name.equals("multipliedBy")) {
      return by.map(before::multiply);
    }
    return name.equals("dividedBy")
        ? by.filter(number -> number.signum() != 0).map(before::divide)
        : Optional.empty();
  }

  /**
   * {@code Math.min(a, b)}, {@code Duration.of(n, unit)}, {@code unit.convert(n, unit)}, {@code
   * Long.getLong(name, n)}.
   */
  private Optional<BigInteger> ofTwo(Call call, ExpressionTree first, ExpressionTree second) {
    if (call.name().equals("of")) {
      return nanos(first, second);
    }
    if (call.name().equals("convert")) {
      Optional<BigInteger> to = call.receiver().flatMap(this::unit).map(Numbers::nanos);
      return to.flatMap(unit -> nanos(first, second).map(nanos -> nanos.divide(unit)));
    }
    if (WITH_DEFAULT.contains(call.name()) || call.is("getProperty", "java.lang.System")) {
      return number(second);
    }
    if (call.name().equals("ofSeconds")) {
      return number(first).map(number -> number.multiply(Numbers.nanos(Duration.ofSeconds(1))));
    }
    return call.isOn("java.lang.Math")
        ? Numbers.mathematics(call.name(), number(first), number(second))
        : Optional.empty();
  }

  private static Duration duration(BigInteger nanos) {
    if (nanos.abs().compareTo(NANOS_FOR_EVER) >= 0) {
      return nanos.signum() < 0 ? FOR_EVER.negated() : FOR_EVER;
    }
    BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000_000));
    return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
  }
}
