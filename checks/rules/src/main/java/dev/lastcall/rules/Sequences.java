package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * What is ended one after the other, though no statements say so: the elements of a list, the
 * resources of a statement, what is registered with a scope. Confined to one thread.
 *
 * <p>Facts: {@code scoped} for registrations that a scope ends in the opposite order.
 */
final class Sequences {
  private final SourceUnit unit;
  private final Cleanups cleanups;

  Sequences(SourceUnit unit, Cleanups cleanups) {
    this.unit = unit;
    this.cleanups = cleanups;
  }

  /**
   * Ends in their order.
   *
   * @param place what orders them; empty if that is where they stand
   * @param ends what is ended
   */
  record Sequence(Optional<Tree> place, List<Ends.End> ends) {}

  /** {@return those of the file} */
  List<Sequence> all() {
    List<Sequence> found = new ArrayList<>();
    for (Each each : Each.in(unit)) {
      if (unit.places().of(each.node()).isPresent()) {
        found.add(new Sequence(Optional.of(each.node()), new Ends(unit, cleanups).of(each)));
      }
    }
    for (TryTree guard : unit.tree().all(Tree.Kind.TRY, TryTree.class)) {
      if (guard.getResources().size() > 1) {
        found.add(new Sequence(Optional.of(guard), new Ends(unit, cleanups).of(guard)));
      }
    }
    scopes().forEach(calls -> found.add(new Sequence(Optional.empty(), lastFirst(calls))));
    return found;
  }

  /** The registrations of each scope, in the order of the file. */
  private List<List<Call>> scopes() {
    Map<Element, List<Call>> scopes = new LinkedHashMap<>();
    for (Call call : unit.calls().about("scoped")) {
      if (!call.isReference() && unit.facts().about("scoped", call).isPresent()) {
        call.receiver()
            .flatMap(unit.values()::root)
            .ifPresent(scope -> scopes.computeIfAbsent(scope, key -> new ArrayList<>()).add(call));
      }
    }
    scopes
        .values()
        .forEach(
            calls ->
                calls.sort(Comparator.comparingInt(call -> unit.tree().span(call.node()).end())));
    return scopes.values().stream().filter(calls -> calls.size() > 1).toList();
  }

  private List<Ends.End> lastFirst(List<Call> calls) {
    List<Call> backwards = new ArrayList<>(calls);
    Collections.reverse(backwards);
    List<Ends.End> ends = new ArrayList<>();
    for (Call call : backwards) {
      kept(call).ifPresent(what -> ends.add(new Ends.End(what, call.node(), false)));
      for (ExpressionTree argument : call.arguments()) {
        Optional<Element> what = unit.values().root(argument).map(Element.class::cast);
        if (what.isPresent() && !unit.types().is(argument, "java.lang.String")) {
          ends.add(new Ends.End(what.get(), call.node(), false));
        } else {
          unit.bodies()
              .of(argument)
              .forEach(body -> ends.addAll(new Ends(unit, cleanups).of(body)));
        }
      }
    }
    return ends;
  }

  /** {@code out = scope.closing(open())} closes what is in {@code out}. */
  private Optional<Element> kept(Call call) {
    Tree parent = unit.tree().parent(call.node()).orElse(call.node());
    if (parent instanceof VariableTree variable) {
      return unit.tree().element(variable);
    }
    return parent instanceof AssignmentTree assignment
        ? unit.variables().named(assignment.getVariable()).map(Element.class::cast)
        : Optional.empty();
  }
}
