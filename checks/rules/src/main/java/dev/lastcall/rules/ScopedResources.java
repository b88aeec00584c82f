package dev.lastcall.rules;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Whether a resource whose release is deferred in a loop is needed behind the loop. */
final class ScopedResources {
  private static final Set<String> KEEPING =
      Set.of("add", "addAll", "addFirst", "addLast", "put", "putIfAbsent", "offer", "push", "set");

  private ScopedResources() {}

  /**
   * {@return whether the resource that a call defers the release of is put into a collection, an
   * array or a field, or returned}
   */
  static boolean isUsedLater(SourceUnit unit, Call call) {
    if (isHandedOn(unit, call.node())) {
      return true;
    }
    Set<Element> resources = new LinkedHashSet<>(named(unit, call));
    for (Element resource : resources) {
      if (unit.variables().uses(resource).stream()
          .anyMatch(use -> !unit.tree().isInside(use, call.node()) && isHandedOn(unit, use))) {
        return true;
      }
    }
    return false;
  }

  /** The local variables in the arguments, and the one that takes the result. */
  private static Set<Element> named(SourceUnit unit, Call call) {
    Set<Element> found = new LinkedHashSet<>();
    unit.tree()
        .parent(call.node())
        .flatMap(unit.variables()::named)
        .filter(variable -> variable.getKind() == ElementKind.LOCAL_VARIABLE)
        .ifPresent(found::add);
    for (Tree name : unit.tree().all(Tree.Kind.IDENTIFIER, Tree.class)) {
      if (call.arguments().stream().anyMatch(given -> unit.tree().isInside(name, given))) {
        unit.variables()
            .named(name)
            .filter(variable -> variable.getKind() == ElementKind.LOCAL_VARIABLE)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean isHandedOn(SourceUnit unit, Tree node) {
    Tree child = node;
    for (Tree at : unit.tree().ancestors(node)) {
      Tree inner = child;
      boolean kept =
          unit.calls()
              .at(at)
              .filter(outer -> KEEPING.contains(outer.name()) && outer.arguments().contains(inner))
              .isPresent();
      boolean assigned =
          at instanceof com.sun.source.tree.AssignmentTree assignment
              && assignment.getExpression() == child
              && unit.variables()
                  .named(assignment.getVariable())
                  .filter(variable -> variable.getKind() == ElementKind.LOCAL_VARIABLE)
                  .isEmpty();
      if (kept || assigned || at instanceof ReturnTree) {
        return true;
      }
      if (at instanceof StatementTree || at instanceof MemberSelectTree) {
        return false;
      }
      child = at;
    }
    return false;
  }
}
