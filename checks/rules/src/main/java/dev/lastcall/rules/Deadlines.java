package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Whether a condition depends on the time, or on how often a loop has run. */
final class Deadlines {
  /** What a method of somebody else's that tells of time is called. */
  private static final Pattern TELLS_TIME =
      Pattern.compile(
          "(?i)deadline|expire|time(d)?_?out|elapsed|remaining|hasTimeLeft|budget|exhausted|canRetry|hasNext|hasMore");

  private static final Set<String> COUNTING =
      Set.of(
          "incrementAndGet",
          "decrementAndGet",
          "getAndIncrement",
          "getAndDecrement",
          "addAndGet",
          "getAndAdd",
          "awaitNanos");

  private static final Set<Tree.Kind> STEPS =
      Set.of(
          Tree.Kind.PREFIX_INCREMENT,
          Tree.Kind.PREFIX_DECREMENT,
          Tree.Kind.POSTFIX_INCREMENT,
          Tree.Kind.POSTFIX_DECREMENT);

  private static final int DEPTH = 3;

  private final SourceUnit unit;
  private final Loop loop;

  Deadlines(SourceUnit unit, Loop loop) {
    this.unit = unit;
    this.loop = loop;
  }

  /** {@return whether a condition under which the loop goes on fails in time} */
  boolean end(ExpressionTree condition) {
    return end(condition, true);
  }

  /** {@return whether a condition has anything to do with time or with a count} */
  boolean appearIn(ExpressionTree condition) {
    return isLimit(condition, DEPTH);
  }

  /** Both parts of an or have to fail, one of an and; negated, the other way round. */
  private boolean end(ExpressionTree written, boolean wanted) {
    Tree condition = Values.bare(written);
    boolean and = condition.getKind() == Tree.Kind.CONDITIONAL_AND;
    if (condition instanceof BinaryTree both
        && (and || condition.getKind() == Tree.Kind.CONDITIONAL_OR)) {
      boolean left = end(both.getLeftOperand(), wanted);
      boolean right = end(both.getRightOperand(), wanted);
      return and == wanted ? left || right : left && right;
    }
    if (condition instanceof UnaryTree not && condition.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return end(not.getExpression(), !wanted);
    }
    return isLimit((ExpressionTree) condition, DEPTH);
  }

  private boolean isLimit(Tree expression, int depth) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree node, @Nullable Void nothing) {
        if (node != null && !found[0]) {
          found[0] = tellsTime(node, depth);
          super.scan(node, null);
        }
        return null;
      }
    }.scan(expression, null);
    return found[0];
  }

  private boolean tellsTime(Tree node, int depth) {
    if (STEPS.contains(node.getKind())) {
      return true;
    }
    Optional<Call> call = unit.calls().at(node);
    if (call.isPresent()) {
      return isClock(call.get(), depth);
    }
    return depth > 0
        && unit.variables()
            .named(node)
            .filter(variable -> isCounted(variable) || isTime(variable, depth))
            .isPresent();
  }

  private boolean isClock(Call call, int depth) {
    if (Bounds.fact(unit, "clock", call).isPresent() || COUNTING.contains(call.name())) {
      return true;
    }
    Optional<MethodTree> own = unit.bodies().called(call);
    if (own.isPresent()) {
      return depth > 0
          && unit.values().returned(own.get()).stream()
              .anyMatch(result -> isLimit(result, depth - 1));
    }
    String receiver = call.receiver().map(Object::toString).orElse("");
    return TELLS_TIME.matcher(call.name()).find()
        || receiver.toLowerCase(Locale.ROOT).endsWith("deadline");
  }

  /** A number that the loop itself counts up or down. */
  private boolean isCounted(VariableElement variable) {
    for (Tree use : unit.variables().uses(variable)) {
      Tree parent = unit.tree().parent(use).orElse(use);
      boolean stepped =
          STEPS.contains(parent.getKind())
              || (parent instanceof CompoundAssignmentTree change && change.getVariable() == use)
              || (parent instanceof AssignmentTree change
                  && change.getVariable() == use
                  && mentions(change.getExpression(), variable));
      if (stepped && loop.isMadeBy(unit, use)) {
        return true;
      }
    }
    return false;
  }

  private boolean mentions(ExpressionTree expression, VariableElement variable) {
    return unit.variables().uses(variable).stream()
        .anyMatch(use -> unit.tree().isInside(use, expression));
  }

  /** A variable that the loop gives a new value, taken from the clock or from a count. */
  private boolean isTime(VariableElement variable, int depth) {
    Set<ExpressionTree> inLoop = new HashSet<>(unit.variables().assigned(variable));
    inLoop.removeIf(value -> !loop.isMadeBy(unit, value));
    return inLoop.stream().anyMatch(value -> isLimit(value, depth - 1));
  }
}
