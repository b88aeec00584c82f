package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Pools that are lost because their field is given another one. */
final class Overwritten {
  private Overwritten() {}

  /**
   * {@return whether a field that had a pool is given another one, and the first is not stopped}
   */
  static boolean is(SourceUnit unit, AssignmentTree assignment, Element field) {
    Optional<MethodTree> method = unit.tree().enclosing(assignment, MethodTree.class);
    long pools =
        unit.variables().assigned(field).stream()
            .filter(
                value ->
                    unit.calls()
                        .at(value)
                        .filter(call -> unit.facts().about("pool", call).isPresent())
                        .isPresent())
            .count();
    if (field.getKind() != ElementKind.FIELD
        || pools < 2
        || method.isEmpty()
        || method.get().getReturnType() == null
        || isGuarded(unit, assignment, field)) {
      return false;
    }
    Owners owners = new Owners(unit);
    return Ran.by(unit, method.get()).stream()
        .noneMatch(
            call ->
                ends(unit, call)
                    && owners.maybeSame(call.receiver(), Optional.of(assignment.getVariable())));
  }

  private static boolean isGuarded(SourceUnit unit, Tree assignment, Element field) {
    for (Tree at : unit.tree().ancestors(assignment)) {
      if (at instanceof MethodTree method) {
        return Ran.by(unit, method).stream().anyMatch(call -> call.name().startsWith("getAndSet"));
      }
      if (at instanceof IfTree choice
          && unit.variables().uses(field).stream()
              .anyMatch(use -> unit.tree().isInside(use, choice.getCondition()))) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether a call ends a pool} */
  static boolean ends(SourceUnit unit, Call call) {
    return unit.facts().about("stops", call).isPresent()
        || unit.facts().about("forces", call).isPresent();
  }
}
