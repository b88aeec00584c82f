package dev.lastcall.patterns;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.SourceUnit;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is asked of a hole: {@code $p is TYPE}, {@code $p is not TYPE}, {@code $p is literal},
 * {@code $p is constant}, {@code $p from EXPRESSION}, {@code $p matches /REGEX/}, {@code $n >
 * 30000}, {@code $d >= 30s}.
 */
@FunctionalInterface
interface Condition {
  /** Whether what the holes stand for is as asked. */
  boolean holds(SourceUnit unit, Bindings bindings);

  /** A condition, the hole it asks about, or what was expected instead. */
  record Parsed(Optional<Condition> condition, String hole, String expected) {}

  /** {@code $HOLE from EXPRESSION}. */
  Pattern FROM = Pattern.compile("\\$(\\w+)\\s+from\\s+(.+)");

  /** The forms that there are, for messages. */
  String FORMS =
      "$HOLE is TYPE, $HOLE is not TYPE, $HOLE is literal, $HOLE is constant, $HOLE from"
          + " EXPRESSION, $HOLE matches /REGEX/, or $HOLE > NUMBER";

  /** {@return the Java in a condition's text, empty if it has none} */
  static Optional<String> java(String text) {
    Matcher from = FROM.matcher(text);
    return from.matches() ? Optional.of(from.group(2)) : Optional.empty();
  }

  /**
   * Returns the condition that a text says.
   *
   * @param text what stands behind {@code where}
   * @param patterns what is made of the Java in it
   */
  static Parsed parse(String text, Function<String, JavaPattern.Parsed> patterns) {
    Matcher is = Pattern.compile("\\$(\\w+)\\s+is\\s+(not\\s+)?([\\w.]+)").matcher(text);
    if (is.matches()) {
      Condition condition = is(is.group(1), is.group(3));
      boolean not = is.group(2) != null;
      return good(is.group(1), (unit, bindings) -> condition.holds(unit, bindings) != not);
    }
    Matcher from = FROM.matcher(text);
    if (from.matches()) {
      return from(from.group(1), patterns.apply(from.group(2)));
    }
    Matcher matches = Pattern.compile("\\$(\\w+)\\s+matches\\s+/(.*)/").matcher(text);
    if (matches.matches()) {
      return matching(matches.group(1), matches.group(2));
    }
    Matcher compared =
        Pattern.compile("\\$(\\w+)\\s*(<=|>=|<|>)\\s*(\\d[\\d_]*)\\s*(ms|s|min|h)?").matcher(text);
    if (compared.matches()) {
      return good(compared.group(1), comparison(compared));
    }
    return new Parsed(Optional.empty(), "", FORMS);
  }

  private static Parsed good(String hole, Condition condition) {
    return new Parsed(Optional.of(condition), hole, "");
  }

  private static Condition is(String hole, String type) {
    if (type.equals("literal")) {
      return (unit, bindings) ->
          one(bindings, hole).filter(LiteralTree.class::isInstance).isPresent();
    }
    if (type.equals("constant")) {
      return (unit, bindings) ->
          expression(bindings, hole).flatMap(unit.amounts()::number).isPresent();
    }
    return (unit, bindings) ->
        one(bindings, hole)
            .map(unit.types()::of)
            .filter(
                names ->
                    names.stream()
                        .anyMatch(
                            name ->
                                name.equals(type)
                                    || (type.indexOf('.') < 0 && name.endsWith("." + type))))
            .isPresent();
  }

  /** Whether a value can only have been made by expressions of one form. */
  private static Parsed from(String hole, JavaPattern.Parsed source) {
    Optional<JavaPattern> pattern = source.pattern().filter(JavaPattern::isExpression);
    if (pattern.isEmpty()) {
      return new Parsed(Optional.empty(), hole, "a Java expression behind from");
    }
    return good(
        hole,
        (unit, bindings) ->
            expression(bindings, hole)
                .filter(
                    value ->
                        unit.values().origins(value).stream()
                            .allMatch(origin -> PatternMatch.fits(unit, pattern.get(), origin)))
                .isPresent());
  }

  private static Parsed matching(String hole, String regex) {
    try {
      Pattern pattern = Pattern.compile(regex);
      return good(
          hole,
          (unit, bindings) ->
              one(bindings, hole)
                  .filter(node -> pattern.matcher(unit.tree().text(node)).find())
                  .isPresent());
    } catch (PatternSyntaxException bad) {
      return new Parsed(Optional.empty(), hole, "a regular expression; " + bad.getDescription());
    }
  }

  private static Condition comparison(Matcher compared) {
    String hole = compared.group(1);
    String sign = compared.group(2);
    BigInteger number = new BigInteger(compared.group(3).replace("_", ""));
    Duration unitOfTime =
        Optional.ofNullable(compared.group(4)).map(units()::get).orElse(Duration.ZERO);
    return (unit, bindings) -> {
      Optional<ExpressionTree> value = expression(bindings, hole);
      Optional<Integer> order =
          unitOfTime.isZero()
              ? value.flatMap(unit.amounts()::number).map(found -> found.compareTo(number))
              : value
                  .flatMap(unit.amounts()::time)
                  .map(found -> found.compareTo(unitOfTime.multipliedBy(number.longValue())));
      return order.isPresent() && fits(sign, order.get());
    };
  }

  private static Map<String, Duration> units() {
    return Map.of(
        "ms",
        Duration.ofMillis(1),
        "s",
        Duration.ofSeconds(1),
        "min",
        Duration.ofMinutes(1),
        "h",
        Duration.ofHours(1));
  }

  private static boolean fits(String sign, int order) {
    return switch (sign) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static Optional<Tree> one(Bindings bindings, String hole) {
    List<Tree> nodes = bindings.of(hole);
    return nodes.size() == 1 ? Optional.of(nodes.get(0)) : Optional.empty();
  }

  private static Optional<ExpressionTree> expression(Bindings bindings, String hole) {
    return one(bindings, hole)
        .filter(ExpressionTree.class::isInstance)
        .map(ExpressionTree.class::cast);
  }
}
