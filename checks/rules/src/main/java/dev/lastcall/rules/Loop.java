package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A loop that goes on as long as a condition holds.
 *
 * @param node the loop
 * @param condition the condition; empty if there is none, or if it is the literal {@code true}
 * @param body what is repeated
 */
record Loop(Tree node, Optional<ExpressionTree> condition, StatementTree body) {

  /** {@return the loops of a file, those over the elements of something left out} */
  static List<Loop> all(SourceUnit unit) {
    List<Loop> loops = new ArrayList<>();
    for (WhileLoopTree loop : unit.tree().all(Tree.Kind.WHILE_LOOP, WhileLoopTree.class)) {
      loops.add(new Loop(loop, condition(loop.getCondition()), loop.getStatement()));
    }
    for (DoWhileLoopTree loop : unit.tree().all(Tree.Kind.DO_WHILE_LOOP, DoWhileLoopTree.class)) {
      loops.add(new Loop(loop, condition(loop.getCondition()), loop.getStatement()));
    }
    for (ForLoopTree loop : unit.tree().all(Tree.Kind.FOR_LOOP, ForLoopTree.class)) {
      loops.add(
          new Loop(
              loop,
              Optional.ofNullable(loop.getCondition()).flatMap(Loop::condition),
              loop.getStatement()));
    }
    return loops;
  }

  private static Optional<ExpressionTree> condition(ExpressionTree written) {
    ExpressionTree bare = (ExpressionTree) Values.bare(written);
    return bare.toString().equals("true") ? Optional.empty() : Optional.of(bare);
  }

  /** {@return the calls that the loop itself makes, in its header or its body} */
  List<Call> calls(SourceUnit unit) {
    return unit.calls().inside(node).stream().filter(call -> isMadeBy(unit, call.node())).toList();
  }

  /** {@return whether a node is run by the loop itself, not by something that it only makes} */
  boolean isMadeBy(SourceUnit unit, Tree inside) {
    for (Tree at : unit.tree().ancestors(inside)) {
      if (at == node) {
        return true;
      }
      if (at instanceof ClassTree
          || (at instanceof LambdaExpressionTree && !unit.places().isInline(at))) {
        return false;
      }
    }
    return false;
  }
}
