package dev.lastcall.rules;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds cleanup of what was never acquired: it fails with a NullPointerException, which hides what
 * really happened.
 */
final class CleanupOfUnacquired implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0601",
          "cleanup-of-unacquired",
          Severity.WARNING,
          "Something is cleaned up that may never have been acquired.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    Set<Tree> bodies = new LinkedHashSet<>();
    for (VariableTree variable : unit.tree().all(Tree.Kind.VARIABLE, VariableTree.class)) {
      if (NullOnTheWay.isNull(variable.getInitializer())) {
        bodies.add(unit.bodies().around(variable));
      }
    }
    for (Tree body : bodies) {
      if (body instanceof MethodTree || body instanceof LambdaExpressionTree) {
        new NullOnTheWay(unit, body)
            .check(
                (node, name) ->
                    findings.accept(
                        Finding.of(
                            RULE,
                            unit.tree().span(node),
                            name + " is null here if what makes it has failed")));
      }
    }
    new EmptyOptionals(unit)
        .check(
            node ->
                findings.accept(
                    Finding.of(
                        RULE,
                        unit.tree().span(node),
                        "nothing may be in here, and then this throws")));
    if (!unit.places().isEmpty() || !unit.calls().about("scoped").isEmpty()) {
      new UnsetFields(unit)
          .check(
              (node, reason) -> findings.accept(Finding.of(RULE, unit.tree().span(node), reason)));
    }
  }
}
