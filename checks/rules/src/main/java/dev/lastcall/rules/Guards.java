package dev.lastcall.rules;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Conditions around a call, and whether the walk over the ways understands them. */
final class Guards {
  private final SourceUnit unit;
  private final Locks locks;

  Guards(SourceUnit unit, Locks locks) {
    this.unit = unit;
    this.locks = locks;
  }

  /**
   * {@return whether a call stands under a condition of which the walk cannot know whether it holds
   * wherever the lock is held}
   */
  boolean isGuardedOtherwise(Tree release, Collection<Tree> acquires) {
    Set<String> around = new HashSet<>();
    for (Tree acquire : acquires) {
      conditions(acquire).forEach(condition -> around.add(condition.toString()));
    }
    for (ExpressionTree condition : conditions(release)) {
      boolean shared =
          acquires.stream()
              .anyMatch(
                  acquire ->
                      choice(condition)
                          .filter(found -> unit.tree().isInside(acquire, found))
                          .isPresent());
      if (!shared && !around.contains(condition.toString()) && !isUnderstood(condition)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Tree> choice(ExpressionTree condition) {
    return unit.tree().parent(condition);
  }

  /** The conditions of the choices that a node is one of the branches of, inside its body. */
  private List<ExpressionTree> conditions(Tree node) {
    List<ExpressionTree> conditions = new ArrayList<>();
    Tree below = node;
    for (Tree above : unit.tree().ancestors(node)) {
      if (above instanceof MethodTree || above instanceof LambdaExpressionTree) {
        break;
      }
      if (above instanceof IfTree choice && choice.getCondition() != below) {
        conditions.add(choice.getCondition());
      }
      if (above instanceof ConditionalExpressionTree choice && choice.getCondition() != below) {
        conditions.add(choice.getCondition());
      }
      below = above;
    }
    return conditions;
  }

  private boolean isUnderstood(ExpressionTree condition) {
    Tree bare = Values.bare(condition);
    if (bare instanceof UnaryTree not) {
      return isUnderstood(not.getExpression());
    }
    if (bare instanceof BinaryTree binary) {
      return switch (bare.getKind()) {
        case CONDITIONAL_AND, CONDITIONAL_OR ->
            isUnderstood(binary.getLeftOperand()) && isUnderstood(binary.getRightOperand());
        case EQUAL_TO, NOT_EQUAL_TO -> isNullTest(binary) || isFlagTest(binary);
        default -> false;
      };
    }
    if (unit.calls().at(bare).filter(call -> call.name().equals("isLocked")).isPresent()) {
      return true;
    }
    return locks.at(bare).isPresent()
        || unit.variables().named(bare).filter(this::isFlag).isPresent();
  }

  private boolean isNullTest(BinaryTree test) {
    Tree left = Values.bare(test.getLeftOperand());
    Tree right = Values.bare(test.getRightOperand());
    Tree other = left.getKind() == Tree.Kind.NULL_LITERAL ? right : left;
    boolean isNull =
        left.getKind() == Tree.Kind.NULL_LITERAL || right.getKind() == Tree.Kind.NULL_LITERAL;
    return isNull
        && unit.variables()
            .named(other)
            .filter(found -> found.getKind() == ElementKind.LOCAL_VARIABLE)
            .isPresent();
  }

  private boolean isFlagTest(BinaryTree test) {
    return Values.bare(test.getRightOperand()) instanceof LiteralTree
        && isUnderstood(test.getLeftOperand());
  }

  /** A local boolean that is only set to true and false, or to what an acquiring call answers. */
  private boolean isFlag(Element variable) {
    return variable.getKind() == ElementKind.LOCAL_VARIABLE
        && unit.variables().assigned(variable).stream()
            .map(Values::bare)
            .allMatch(value -> value instanceof LiteralTree || isAcquisition(value));
  }

  private boolean isAcquisition(Tree value) {
    if (value instanceof ConditionalExpressionTree choice) {
      return isAcquisition(Values.bare(choice.getTrueExpression()))
          && isAcquisition(Values.bare(choice.getFalseExpression()));
    }
    return locks.at(value).isPresent()
        || unit.calls().at(value).flatMap(unit.bodies()::called).isPresent();
  }
}
