package dev.lastcall.rules;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The conditions under which a piece of code is run: those of the statements and expressions around
 * it, and of the jumps before it.
 */
final class Premises {
  private static final Set<Tree.Kind> JUMPS =
      Set.of(Tree.Kind.RETURN, Tree.Kind.THROW, Tree.Kind.BREAK, Tree.Kind.CONTINUE);

  private final List<Premise> found = new ArrayList<>();

  private Premises() {}

  /**
   * One condition.
   *
   * @param condition without parentheses, {@code !}, and the parts of {@code &&} and {@code ||}
   *     apart where that is possible
   * @param holds whether it is true where the code runs; otherwise it is false there
   */
  record Premise(ExpressionTree condition, boolean holds) {}

  /** {@return the conditions between a node and a node around it, the nearest first} */
  static List<Premise> of(SourceUnit unit, Tree node, Tree outer) {
    Premises premises = new Premises();
    Tree child = node;
    for (Tree at : unit.tree().ancestors(node)) {
      if (child == outer) {
        break;
      }
      premises.collect(child, at);
      child = at;
    }
    return premises.found;
  }

  private void collect(Tree child, Tree parent) {
    if (parent instanceof IfTree choice && child != choice.getCondition()) {
      add(choice.getCondition(), child == choice.getThenStatement());
    } else if (parent instanceof ConditionalExpressionTree choice
        && child != choice.getCondition()) {
      add(choice.getCondition(), child == choice.getTrueExpression());
    } else if (parent instanceof BinaryTree both && child == both.getRightOperand()) {
      if (parent.getKind() == Tree.Kind.CONDITIONAL_AND) {
        add(both.getLeftOperand(), true);
      } else if (parent.getKind() == Tree.Kind.CONDITIONAL_OR) {
        add(both.getLeftOperand(), false);
      }
    } else if (parent instanceof WhileLoopTree loop && child == loop.getStatement()) {
      add(loop.getCondition(), true);
    } else if (parent instanceof BlockTree block) {
      jumpsBefore(child, block.getStatements());
    } else if (parent instanceof CaseTree branch && branch.getStatements() != null) {
      jumpsBefore(child, branch.getStatements());
    }
  }

  private void jumpsBefore(Tree child, List<? extends StatementTree> statements) {
    for (StatementTree statement : statements) {
      if (statement == child) {
        return;
      }
      if (statement instanceof IfTree choice && leaves(choice.getThenStatement())) {
        add(choice.getCondition(), false);
      }
    }
  }

  /** {@return whether a statement ends with a jump} */
  static boolean leaves(StatementTree statement) {
    if (statement instanceof BlockTree block) {
      List<? extends StatementTree> inside = block.getStatements();
      return !inside.isEmpty() && leaves(inside.get(inside.size() - 1));
    }
    return JUMPS.contains(statement.getKind());
  }

  private void add(ExpressionTree condition, boolean holds) {
    Tree bare = Values.bare(condition);
    if (bare instanceof UnaryTree not && bare.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      add(not.getExpression(), !holds);
    } else if (bare instanceof BinaryTree both
        && bare.getKind() == (holds ? Tree.Kind.CONDITIONAL_AND : Tree.Kind.CONDITIONAL_OR)) {
      add(both.getLeftOperand(), holds);
      add(both.getRightOperand(), holds);
    } else {
      found.add(new Premise((ExpressionTree) bare, holds));
    }
  }
}
