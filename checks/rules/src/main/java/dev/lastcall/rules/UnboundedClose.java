package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Facts;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds cleanup that closes a client whose {@code close()} waits without a limit unless it is given
 * one.
 */
final class UnboundedClose implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0203",
          "unbounded-client-close",
          Severity.ERROR,
          "Cleanup closes a client that waits without a limit when it is closed this way.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    if (unit.places().isEmpty()) {
      return;
    }
    for (Call call : unit.calls().about("close")) {
      UnboundedWaits.fact(unit, "close", call)
          .flatMap(fact -> UnboundedWaits.reach(unit, call, call.receiver()))
          .filter(reach -> !hasWaitedBefore(unit, call))
          .map(reach -> UnboundedWaits.finding(unit, RULE, call, reach, message(unit, call)))
          .ifPresent(findings);
    }
    for (TryTree statement : unit.tree().all(Tree.Kind.TRY, TryTree.class)) {
      for (Tree resource : statement.getResources()) {
        checkResource(unit, resource, findings);
      }
    }
  }

  private static String message(SourceUnit unit, Call call) {
    boolean limitExists = unit.facts().about("bound", call.name(), 1, call.types()).isPresent();
    return call.name()
        + "() of this client waits without a limit"
        + (limitExists ? "; give it one" : "; wait for it on another thread, with a limit");
  }

  /** A resource of a {@code try} is closed as well, at its end. */
  private static void checkResource(SourceUnit unit, Tree resource, Consumer<Finding> findings) {
    Optional<Places.Reach> reach = unit.places().of(resource);
    Optional<Facts.Fact> fact =
        unit.facts()
            .about("close", "close", 0, unit.types().of(resource))
            .filter(found -> found.limit().isEmpty());
    Optional<ExpressionTree> value =
        resource instanceof VariableTree variable
            ? Optional.ofNullable(variable.getInitializer())
            : Optional.of((ExpressionTree) resource);
    if (reach.isPresent()
        && fact.isPresent()
        && value.filter(from -> isWaitedFor(unit, resource, from)).isEmpty()) {
      findings.accept(
          Finding.of(
                  RULE,
                  unit.tree().span(resource),
                  "the end of this try closes it, which waits without a limit")
              .with(UnboundedWaits.severity(reach.get().place()))
              .relatedTo(unit.tree().span(reach.get().root()), "runs as cleanup because of this"));
    }
  }

  /**
   * Whether a limited wait for the same client, or its forced end, stands before the call in the
   * same body.
   */
  private static boolean hasWaitedBefore(SourceUnit unit, Call close) {
    Tree body = unit.bodies().around(close.node());
    for (Call call : unit.calls().inside(body)) {
      boolean before = unit.tree().start(call.node()) < unit.tree().start(close.node());
      if (before && isWait(unit, call) && isSame(unit, call, close.receiver())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWaitedFor(SourceUnit unit, Tree resource, ExpressionTree from) {
    Tree statement = unit.tree().parent(resource).orElse(resource);
    for (Call call : unit.calls().inside(statement)) {
      boolean onResource =
          resource instanceof VariableTree variable
              ? call.receiver()
                  .filter(on -> on.toString().contentEquals(variable.getName()))
                  .isPresent()
              : isSame(unit, call, Optional.of(from));
      if (onResource && isWait(unit, call)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWait(SourceUnit unit, Call call) {
    return call.name().equals("shutdownNow") || unit.facts().about("bound", call).isPresent();
  }

  private static boolean isSame(SourceUnit unit, Call call, Optional<ExpressionTree> subject) {
    return call.receiver()
        .filter(on -> subject.filter(other -> unit.values().isSame(on, other)).isPresent())
        .isPresent();
  }
}
