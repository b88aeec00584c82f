package dev.lastcall.rules;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/** Whether code that is run again and again asks first whether it has been run before. */
final class Once {
  private static final Set<String> ASKING =
      Set.of(
          "compareAndSet",
          "compareAndExchange",
          "getAndSet",
          "getAndIncrement",
          "incrementAndGet",
          "add",
          "putIfAbsent",
          "contains",
          "containsKey",
          "tryLock",
          "tryAcquire");

  private Once() {}

  /** {@return whether a condition between a node and a node around it lets it run only once} */
  static boolean isGuarded(SourceUnit unit, Tree node, Tree outer) {
    return Premises.of(unit, node, outer).stream()
        .anyMatch(guard -> isOnce(unit, node, outer, guard));
  }

  private static boolean isOnce(SourceUnit unit, Tree node, Tree outer, Premises.Premise guard) {
    ExpressionTree condition = guard.condition();
    if (asksForFile(unit, condition)) {
      return true;
    }
    if (condition instanceof BinaryTree comparison) {
      return isFirst(unit, node, outer, comparison, guard.holds());
    }
    Optional<Call> call = unit.calls().at(condition);
    if (call.isPresent()) {
      return isOnce(unit, outer, call.get());
    }
    Optional<VariableElement> flag = unit.variables().named(condition);
    return flag.filter(found -> isSetIn(unit, found, node, outer)).isPresent();
  }

  private static boolean isOnce(SourceUnit unit, Tree outer, Call call) {
    Optional<VariableElement> on = call.receiver().flatMap(unit.values()::root);
    if (on.isEmpty() || unit.tree().isInside(declaration(unit, on.get()), outer)) {
      return false;
    }
    boolean remembered =
        call.name().equals("get")
            && unit.variables().uses(on.get()).stream().anyMatch(use -> isSetter(unit, use));
    return remembered || ASKING.contains(call.name());
  }

  /** Only for what could not be deleted at once, or what was not there before. */
  private static boolean asksForFile(SourceUnit unit, ExpressionTree condition) {
    return unit.calls().inside(condition).stream()
        .anyMatch(call -> call.name().startsWith("delete") || call.name().equals("createNewFile"));
  }

  private static boolean isSetter(SourceUnit unit, Tree use) {
    return unit.tree()
        .parent(use)
        .flatMap(unit.tree()::parent)
        .flatMap(unit.calls()::at)
        .filter(call -> call.name().equals("set"))
        .isPresent();
  }

  /** {@code hook == null}, {@code count++ == 0}, {@code i == 0}. */
  private static boolean isFirst(
      SourceUnit unit, Tree node, Tree outer, BinaryTree comparison, boolean holds) {
    boolean equal = comparison.getKind() == Tree.Kind.EQUAL_TO;
    if ((!equal && comparison.getKind() != Tree.Kind.NOT_EQUAL_TO) || equal != holds) {
      return false;
    }
    Tree left = Values.bare(comparison.getLeftOperand());
    Tree right = Values.bare(comparison.getRightOperand());
    Tree asked = left instanceof LiteralTree ? right : left;
    Tree value = asked == left ? right : left;
    if (value.getKind() == Tree.Kind.NULL_LITERAL) {
      Optional<VariableElement> variable =
          asked instanceof ExpressionTree name ? unit.values().root(name) : Optional.empty();
      return variable.filter(found -> isSetIn(unit, found, node, outer)).isPresent();
    }
    return value instanceof LiteralTree literal && literal.getValue() instanceof Number;
  }

  /** Whether a variable from outside is given a value where the node is, or around it. */
  private static boolean isSetIn(SourceUnit unit, VariableElement variable, Tree node, Tree outer) {
    if (variable.getKind() != ElementKind.FIELD
        && unit.tree().isInside(declaration(unit, variable), outer)) {
      return false;
    }
    boolean field = variable.getKind() == ElementKind.FIELD;
    Tree around = unit.tree().enclosing(node, IfTree.class).map(Tree.class::cast).orElse(outer);
    Tree area = field && unit.tree().isInside(around, outer) ? unit.bodies().around(around) : outer;
    return unit.variables().assigned(variable).stream()
        .anyMatch(value -> unit.tree().isInside(value, area));
  }

  private static Tree declaration(SourceUnit unit, VariableElement variable) {
    return unit.variables().declaration(variable).map(Tree.class::cast).orElse(unit.tree().unit());
  }
}
