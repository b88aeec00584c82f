package dev.lastcall.rules;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds cleanup that is registered again for every element, request, message or tick. */
final class DeferInLoop implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0101",
          "defer-in-loop",
          Severity.ERROR,
          "Cleanup is registered in a loop or for every request, and piles up until the end.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (Call call : unit.calls().about("piles", "scoped", "hook", "deferred")) {
      if (isRegistration(unit, call) && !isKept(unit, call) && !isWrapper(unit, call)) {
        Repeats.of(unit, call)
            .ifPresent(
                repeated ->
                    findings.accept(
                        Finding.of(RULE, unit.tree().span(call.node()), message(unit, call))
                            .relatedTo(unit.tree().span(repeated), "runs again and again")));
      }
    }
  }

  private static boolean isRegistration(SourceUnit unit, Call call) {
    if (unit.facts().about("piles", call).isPresent() || isScoped(unit, call)) {
      return true;
    }
    Optional<Place> place = unit.places().registration(call);
    return place.isPresent() && (place.get() == Place.HOOK || place.get() == Place.DEFERRED);
  }

  /** Whether a call registers with something that ends before the process does. */
  private static boolean isScoped(SourceUnit unit, Call call) {
    return unit.facts().about("scoped", call).isPresent();
  }

  /** A handle that somebody takes is there to withdraw the cleanup with. */
  private static boolean isKept(SourceUnit unit, Call call) {
    if (isScoped(unit, call)) {
      return ScopedResources.isUsedLater(unit, call);
    }
    boolean handle =
        unit.places().registration(call).filter(place -> place == Place.DEFERRED).isPresent();
    Tree parent = unit.tree().parent(call.node()).orElse(call.node());
    boolean thrownAway =
        parent instanceof ExpressionStatementTree || parent instanceof LambdaExpressionTree;
    return handle && !thrownAway && !call.isReference();
  }

  /** A method that is called deleteOnExit itself promises nothing else. */
  private static boolean isWrapper(SourceUnit unit, Call call) {
    Set<String> promises = Set.of("deleteOnExit", "forceDeleteOnExit", "deleteDirectoryOnExit");
    return promises.contains(call.name())
        && unit.tree()
            .enclosing(call.node(), com.sun.source.tree.MethodTree.class)
            .filter(method -> method.getName().toString().endsWith("OnExit"))
            .isPresent();
  }

  private static String message(SourceUnit unit, Call call) {
    return isScoped(unit, call)
        ? call.name()
            + "() is called again and again on a scope that was opened outside: nothing"
            + " is released before that ends"
        : call.name() + "() is called again and again: what it registers piles up until the exit";
  }
}
