package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * What happens after a registration of cleanup, as far as the text tells: later in the same method,
 * in what that calls afterwards, in a task, or in a method that can only run on the finished
 * object. Confined to one thread.
 */
final class Moments {
  private final SourceUnit unit;
  private final Registered registered;
  private final Tree body;
  private final int here;

  Moments(SourceUnit unit, Registered registered) {
    this.unit = unit;
    this.registered = registered;
    this.body = unit.bodies().around(registered.call().node());
    this.here = unit.tree().start(registered.call().node());
  }

  /**
   * {@return whether a variable that has a value, or will have one, is given another after the
   * registration}
   */
  boolean isReplaced(VariableElement variable) {
    if (variable.getModifiers().contains(Modifier.FINAL)) {
      return false;
    }
    boolean has = false;
    boolean later = false;
    boolean elsewhere = false;
    for (Tree use : unit.variables().uses(variable)) {
      Optional<Tree> change = change(use);
      if (change.isPresent() && !isInCleanup(use) && !isSetter(change.get())) {
        Order order = order(change.get());
        later |= order == Order.LATER;
        elsewhere |= order == Order.UNKNOWN;
        has |= order == Order.EARLIER;
      }
    }
    boolean isField = variable.getKind() == ElementKind.FIELD;
    has |= isField && (variable.asType().getKind().isPrimitive() || hasInitializer(variable));
    return later || (elsewhere && has);
  }

  /**
   * {@return whether an object that is kept in a variable may be changed after the registration}
   */
  boolean isChanged(VariableElement variable) {
    for (Tree use : unit.variables().uses(variable)) {
      Optional<Call> call =
          unit.tree().parent(use).flatMap(unit.tree()::parent).flatMap(unit.calls()::at);
      boolean changes =
          call.filter(found -> found.receiver().filter(on -> on == use).isPresent())
              .filter(found -> unit.facts().about("mutates", found).isPresent())
              .isPresent();
      if (changes && !isInCleanup(use) && order(use) != Order.EARLIER) {
        return true;
      }
    }
    return false;
  }

  private enum Order {
    EARLIER,
    LATER,
    UNKNOWN
  }

  private boolean isInCleanup(Tree node) {
    return registered.later().stream().anyMatch(later -> unit.tree().isInside(node, later));
  }

  private boolean hasInitializer(VariableElement variable) {
    return unit.variables()
        .declaration(variable)
        .map(declared -> declared.getInitializer())
        .filter(value -> Values.bare(value).getKind() != Tree.Kind.NULL_LITERAL)
        .isPresent();
  }

  /** The assignment, compound or not, that a name is the target of; not one of null. */
  private Optional<Tree> change(Tree name) {
    Tree parent = unit.tree().parent(name).orElse(name);
    if (parent instanceof AssignmentTree assignment) {
      boolean real = Values.bare(assignment.getExpression()).getKind() != Tree.Kind.NULL_LITERAL;
      return assignment.getVariable() == name && real ? Optional.of(parent) : Optional.empty();
    }
    if (parent instanceof CompoundAssignmentTree compound) {
      return compound.getVariable() == name ? Optional.of(parent) : Optional.empty();
    }
    boolean counts =
        parent instanceof UnaryTree
            && (parent.getKind() == Tree.Kind.POSTFIX_INCREMENT
                || parent.getKind() == Tree.Kind.PREFIX_INCREMENT
                || parent.getKind() == Tree.Kind.POSTFIX_DECREMENT
                || parent.getKind() == Tree.Kind.PREFIX_DECREMENT);
    return counts ? Optional.of(parent) : Optional.empty();
  }

  /** A setter configures an object before it is started. */
  private boolean isSetter(Tree change) {
    if (!(change instanceof AssignmentTree assignment)
        || !(Values.bare(assignment.getExpression()) instanceof IdentifierTree given)) {
      return false;
    }
    Optional<MethodTree> method = unit.tree().enclosing(change, MethodTree.class);
    return method.filter(found -> found.getName().toString().startsWith("set")).isPresent()
        && unit.tree()
            .element(given)
            .filter(value -> value.getKind() == ElementKind.PARAMETER)
            .isPresent();
  }

  private Order order(Tree node) {
    if (unit.tree().isInside(node, body)) {
      return isInTask(node) || unit.tree().start(node) > here ? Order.LATER : Order.EARLIER;
    }
    Tree around = unit.bodies().around(node);
    while (around instanceof LambdaExpressionTree) {
      around = unit.bodies().around(around);
    }
    if (!(around instanceof MethodTree method)) {
      return Order.EARLIER;
    }
    if (calledFrom(body, here, Integer.MAX_VALUE).contains(method)) {
      return Order.LATER;
    }
    if (calledFrom(body, -1, here).contains(method)) {
      return Order.EARLIER;
    }
    return orderInOther(node, method);
  }

  private Order orderInOther(Tree node, MethodTree method) {
    int at = unit.tree().start(node);
    if (calledFrom(method, at, Integer.MAX_VALUE).contains(body)) {
      return Order.EARLIER;
    }
    if (calledFrom(method, -1, at).contains(body)) {
      return Order.LATER;
    }
    if (method.getReturnType() == null || registersToo(method)) {
      return Order.EARLIER;
    }
    boolean fromConstruction = !(body instanceof MethodTree own) || own.getReturnType() == null;
    return fromConstruction && !(body instanceof LambdaExpressionTree)
        ? Order.LATER
        : Order.UNKNOWN;
  }

  private boolean registersToo(MethodTree method) {
    return unit.calls().inside(method).stream()
        .anyMatch(call -> unit.places().registration(call).isPresent());
  }

  private boolean isInTask(Tree node) {
    for (Tree at : unit.tree().ancestors(node)) {
      if (at == body) {
        return false;
      }
      if ((at instanceof LambdaExpressionTree && !unit.places().isInline(at))
          || at instanceof MethodTree) {
        return true;
      }
    }
    return false;
  }

  /** The file's methods that a body calls between two offsets, and what those call. */
  private Set<Tree> calledFrom(Tree from, int after, int before) {
    Set<Tree> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Tree> open = new ArrayDeque<>();
    for (Call call : unit.calls().inside(from)) {
      int at = unit.tree().start(call.node());
      if (at > after
          && at < before
          && !isInCleanup(call.node())
          && call.node() != registered.call().node()) {
        unit.bodies().called(call).ifPresent(open::add);
      }
    }
    while (!open.isEmpty()) {
      Tree method = open.poll();
      if (found.add(method)) {
        unit.calls()
            .inside(method)
            .forEach(call -> unit.bodies().called(call).ifPresent(open::add));
      }
    }
    return found;
  }
}
