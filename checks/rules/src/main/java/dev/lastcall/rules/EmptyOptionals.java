package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/** Fields that may have nothing in them, and that cleanup takes something out of unasked. */
final class EmptyOptionals {
  private static final Set<String> TAKING = Set.of("get", "orElseThrow", "getAsInt", "getAsLong");
  private static final Set<String> ASKING = Set.of("isPresent", "isEmpty", "ifPresent");

  private final SourceUnit unit;
  private final Cleanups cleanups;

  EmptyOptionals(SourceUnit unit) {
    this.unit = unit;
    this.cleanups = new Cleanups(unit);
  }

  void check(Consumer<Tree> found) {
    if (unit.places().isEmpty()) {
      return;
    }
    for (Call call : unit.calls().named(TAKING.toArray(String[]::new))) {
      Optional<VariableElement> field =
          call.receiver()
              .flatMap(unit.variables()::named)
              .filter(name -> name.getKind() == ElementKind.FIELD);
      if (field.isPresent()
          && call.isOn("java.util.Optional")
          && unit.places().of(call.node()).isPresent()
          && beginsEmpty(field.get())
          && isEnded(call)
          && !isAsked(call, field.get())) {
        found.accept(call.node());
      }
    }
  }

  private boolean beginsEmpty(VariableElement field) {
    return unit.variables().assigned(field).stream()
        .map(ExpressionTree::toString)
        .anyMatch(value -> value.endsWith("Optional.empty()"));
  }

  private boolean isEnded(Call taking) {
    return unit.tree().ancestors(taking.node()).stream()
        .limit(2)
        .flatMap(above -> unit.calls().at(above).stream())
        .anyMatch(cleanups::is);
  }

  private boolean isAsked(Call taking, VariableElement field) {
    Tree body = unit.bodies().around(taking.node());
    return unit.calls().inside(body).stream()
        .filter(call -> ASKING.contains(call.name()))
        .anyMatch(
            call ->
                call.receiver().flatMap(unit.variables()::named).filter(field::equals).isPresent());
  }
}
