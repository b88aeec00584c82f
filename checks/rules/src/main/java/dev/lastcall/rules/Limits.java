package dev.lastcall.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody else limits a wait: the code around it, or a sibling that waits with a limit
 * where one is configured.
 */
final class Limits {
  private Limits() {}

  /**
   * {@return whether the wait is in code that is run within a limit: {@code limiter.run(limit, ()
   * -> worker.join())}}
   */
  static boolean isAround(SourceUnit unit, Call wait, Places.Reach reach) {
    for (Tree at : unit.tree().ancestors(wait.node())) {
      if (at instanceof MethodTree) {
        break;
      }
      if (at instanceof LambdaExpressionTree
          && unit.tree()
              .parent(at)
              .flatMap(unit.calls()::at)
              .filter(call -> hasLimit(unit, call))
              .isPresent()) {
        return true;
      }
    }
    boolean registered = reach.place() == Place.DEFERRED || reach.place() == Place.HOOK;
    return registered
        && unit.calls().at(reach.root()).filter(call -> hasLimit(unit, call)).isPresent();
  }

  private static boolean hasLimit(SourceUnit unit, Call call) {
    for (ExpressionTree argument : call.arguments()) {
      if (unit.types().is(argument, "java.time.Duration", "java.util.concurrent.TimeUnit")) {
        return true;
      }
      boolean spec = unit.types().is(argument, "dev.lastcall.api.CleanupSpec");
      if (spec
          && unit.values().origins(argument).stream()
              .allMatch(origin -> origin.toString().contains(".within("))) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether another branch waits for the same thing with a limit} */
  static boolean hasSibling(SourceUnit unit, Call wait, ExpressionTree subject) {
    Tree child = wait.node();
    for (Tree at : unit.tree().ancestors(wait.node())) {
      for (Tree other : otherBranches(at, child)) {
        if (waitsWithLimit(unit, other, subject)) {
          return true;
        }
      }
      if (at instanceof MethodTree
          || (at instanceof LambdaExpressionTree && !unit.places().isInline(at))) {
        return false;
      }
      child = at;
    }
    return false;
  }

  /** What runs instead of a child: the other branch, and what a branch that returns leaves out. */
  private static List<Tree> otherBranches(Tree parent, Tree child) {
    List<Tree> others = new ArrayList<>();
    if (parent instanceof IfTree choice && child != choice.getCondition()) {
      addUnless(child, choice.getThenStatement(), others);
      addUnless(child, choice.getElseStatement(), others);
    } else if (parent instanceof ConditionalExpressionTree choice
        && child != choice.getCondition()) {
      addUnless(child, choice.getTrueExpression(), others);
      addUnless(child, choice.getFalseExpression(), others);
    } else if (parent instanceof BlockTree block && child instanceof StatementTree statement) {
      addAround(block.getStatements(), statement, others);
    } else if (parent instanceof SwitchTree choice && child instanceof CaseTree) {
      choice.getCases().forEach(branch -> addUnless(child, branch, others));
    } else if (parent instanceof SwitchExpressionTree choice && child instanceof CaseTree) {
      choice.getCases().forEach(branch -> addUnless(child, branch, others));
    }
    return others;
  }

  private static void addUnless(Tree child, @Nullable Tree branch, List<Tree> into) {
    if (branch != null && branch != child) {
      into.add(branch);
    }
  }

  private static void addAround(
      List<? extends StatementTree> statements, StatementTree child, List<Tree> into) {
    int place = statements.indexOf(child);
    for (StatementTree before : statements.subList(0, Math.max(0, place))) {
      if (before instanceof IfTree choice && leaves(choice.getThenStatement())) {
        into.add(choice.getThenStatement());
      }
    }
    if (child instanceof IfTree choice && leaves(choice.getThenStatement())) {
      into.addAll(statements.subList(place + 1, statements.size()));
    }
  }

  private static boolean leaves(StatementTree branch) {
    if (branch instanceof BlockTree block) {
      return !block.getStatements().isEmpty()
          && leaves(block.getStatements().get(block.getStatements().size() - 1));
    }
    return branch instanceof ReturnTree || branch instanceof ThrowTree;
  }

  private static boolean waitsWithLimit(SourceUnit unit, Tree branch, ExpressionTree subject) {
    for (Call call : unit.calls().inside(branch)) {
      boolean bounded = unit.facts().about("bound", call).isPresent();
      Optional<ExpressionTree> on = call.receiver();
      if (bounded && on.filter(same -> unit.values().isSame(same, subject)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
