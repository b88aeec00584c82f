package dev.lastcall.rules;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds cleanup whose own exception, or jump, takes the place of the exception that was on its way.
 */
final class MaskedException implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0801",
          "defer-with-panic",
          Severity.WARNING,
          "Cleanup throws, or jumps, and hides the exception that was on its way.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (TryTree guard : unit.tree().all(Tree.Kind.TRY, TryTree.class)) {
      if (guard.getFinallyBlock() != null) {
        new FinallyBlock(unit, guard, guard.getFinallyBlock())
            .check(
                mask ->
                    findings.accept(finding(unit, mask.node(), mask.what()).with(mask.severity())));
      }
      guard.getCatches().forEach(clause -> new Rethrow(unit, clause).check(findings));
    }
  }

  private static Finding finding(SourceUnit unit, Tree node, String what) {
    return Finding.of(RULE, unit.tree().span(node), what);
  }

  /** A clause that ends in a throw. */
  private record Rethrow(SourceUnit unit, CatchTree clause) {
    void check(Consumer<Finding> findings) {
      Cleanups cleanups = new Cleanups(unit);
      Optional<? extends StatementTree> last =
          clause.getBlock().getStatements().stream()
              .filter(ThrowTree.class::isInstance)
              .findFirst();
      if (last.isEmpty()) {
        return;
      }
      unit.calls().inside(clause.getBlock()).stream()
          .filter(call -> cleanups.is(call) && cleanups.throwsChecked(call))
          .filter(call -> cleanups.runsIn(call.node(), clause.getBlock()))
          .filter(call -> !unit.tree().isInside(call.node(), last.get()))
          .filter(call -> isOpen(cleanups, call) && !new Stakes(unit).isNothing(call))
          .findFirst()
          .ifPresent(
              call ->
                  findings.accept(
                      finding(
                              unit,
                              call.node(),
                              unit.tree().text(call.node())
                                  + " can throw, and then the exception that was caught here is"
                                  + " lost")
                          .with(new Stakes(unit).whileFailing(call))));
    }

    private boolean isOpen(Cleanups cleanups, Call call) {
      return unit.tree().ancestors(call.node()).stream()
          .takeWhile(above -> above != clause.getBlock())
          .filter(TryTree.class::isInstance)
          .map(TryTree.class::cast)
          .noneMatch(
              found ->
                  unit.tree().isInside(call.node(), found.getBlock())
                      && (found.getFinallyBlock() != null
                          || found.getCatches().stream()
                              .anyMatch(inner -> cleanups.takes(inner, call))));
    }
  }
}
