package dev.lastcall.patterns;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.SourceTree;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words behind {@code inside}: where code can stand. */
final class Surroundings {
  private static final Pattern METHOD = Pattern.compile("method\\((\\w+)\\)");
  private static final Pattern TYPE = Pattern.compile("class\\(([\\w.]+)\\)");
  private static final Map<String, BiPredicate<SourceUnit, Tree>> WORDS =
      Map.ofEntries(
          Map.entry("cleanup", (unit, node) -> unit.places().of(node).isPresent()),
          Map.entry(
              "end",
              (unit, node) ->
                  unit.places().of(node).filter(reach -> reach.place().isEnd()).isPresent()),
          Map.entry("loop", Surroundings::inLoop),
          Map.entry("lock", (unit, node) -> within(unit, node, Tree.Kind.SYNCHRONIZED)),
          Map.entry("lambda", (unit, node) -> within(unit, node, Tree.Kind.LAMBDA_EXPRESSION)),
          Map.entry("try", Surroundings::inTry),
          Map.entry(
              "catch", (unit, node) -> unit.tree().enclosing(node, CatchTree.class).isPresent()),
          Map.entry("finally", Surroundings::inFinally),
          Map.entry("constructor", (unit, node) -> isIn(unit, node, "<init>")));

  private Surroundings() {}

  /** {@return what a word asks, empty if it is none} */
  static Optional<BiPredicate<SourceUnit, Tree>> of(String word) {
    for (Place place : Place.values()) {
      if (place.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(
            (unit, node) ->
                unit.places().of(node).map(Places.Reach::place).filter(place::equals).isPresent());
      }
    }
    Matcher method = METHOD.matcher(word);
    if (method.matches()) {
      return Optional.of((unit, node) -> isIn(unit, node, method.group(1)));
    }
    Matcher type = TYPE.matcher(word);
    if (type.matches()) {
      return Optional.of((unit, node) -> isInClass(unit, node, type.group(1)));
    }
    return Optional.ofNullable(WORDS.get(word));
  }

  /** {@return all words, for messages} */
  static String words() {
    Set<String> all = new TreeSet<>(WORDS.keySet());
    for (Place place : Place.values()) {
      all.add(place.name().toLowerCase(Locale.ROOT));
    }
    all.addAll(List.of("method(NAME)", "class(TYPE)"));
    return String.join(", ", all);
  }

  private static boolean within(SourceUnit unit, Tree node, Tree.Kind kind) {
    return unit.tree().ancestors(node).stream().anyMatch(at -> at.getKind() == kind);
  }

  /** A lambda or class that is made in a loop runs somewhere else. */
  private static boolean inLoop(SourceUnit unit, Tree node) {
    for (Tree at : unit.tree().ancestors(node)) {
      if (SourceTree.isLoop(at)) {
        return true;
      }
      boolean elsewhere = at instanceof LambdaExpressionTree && !unit.places().isInline(at);
      if (elsewhere || at instanceof MethodTree || at instanceof ClassTree) {
        return false;
      }
    }
    return false;
  }

  private static boolean inTry(SourceUnit unit, Tree node) {
    return unit.tree().ancestors(node).stream()
        .anyMatch(
            at -> at instanceof TryTree attempt && unit.tree().isInside(node, attempt.getBlock()));
  }

  private static boolean inFinally(SourceUnit unit, Tree node) {
    for (Tree at : unit.tree().ancestors(node)) {
      BlockTree block = at instanceof TryTree attempt ? attempt.getFinallyBlock() : null;
      if (block != null && unit.tree().isInside(node, block)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(SourceUnit unit, Tree node, String method) {
    return unit.tree().ancestors(node).stream()
        .anyMatch(at -> at instanceof MethodTree found && found.getName().contentEquals(method));
  }

  private static boolean isInClass(SourceUnit unit, Tree node, String type) {
    return unit.tree().ancestors(node).stream()
        .anyMatch(
            at ->
                at instanceof ClassTree
                    && unit.types().of(at).stream()
                        .anyMatch(name -> name.equals(type) || name.endsWith("." + type)));
  }
}
