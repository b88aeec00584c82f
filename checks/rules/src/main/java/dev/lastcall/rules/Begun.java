package dev.lastcall.rules;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Work that a call begins and does not wait for: who takes what it returns, and what it runs. */
final class Begun {
  private static final Set<String> TAKING =
      Set.of("map", "mapToObj", "flatMap", "deferAsync", "addTask", "thenCompose", "reduce");

  private Begun() {}

  /** Whether somebody waits for, keeps or hands on what the call returns. */
  static boolean isTaken(SourceUnit unit, Call call) {
    Tree at = call.node();
    Tree parent = unit.tree().parent(at).orElse(at);
    while (parent instanceof MemberSelectTree || isBundle(unit, parent)) {
      boolean select = parent instanceof MemberSelectTree;
      at = select ? unit.tree().parent(parent).orElse(parent) : parent;
      Optional<Call> next = unit.calls().at(at);
      if (select && (next.isEmpty() || !isContinuation(next.get()))) {
        return true;
      }
      parent = unit.tree().parent(at).orElse(at);
    }
    if (parent instanceof VariableTree variable) {
      Optional<Element> kept = unit.tree().element(variable);
      return kept.filter(found -> isUsed(unit, found)).isPresent();
    }
    if (call.isReference() || parent instanceof LambdaExpressionTree) {
      Tree function = call.isReference() ? call.node() : parent;
      Optional<Call> outer = unit.tree().parent(function).flatMap(unit.calls()::at);
      return outer.filter(taking -> TAKING.contains(taking.name())).isPresent();
    }
    Tree last = at;
    return !(parent instanceof ExpressionStatementTree)
        && unit.calls()
            .at(parent)
            .filter(outer -> outer.arguments().contains(last))
            .filter(outer -> isOnlyFilled(unit, outer))
            .isEmpty();
  }

  /** A collection of this method that things are put into, and that nobody looks into. */
  private static boolean isOnlyFilled(SourceUnit unit, Call adding) {
    Optional<Element> collection =
        named(unit, adding.receiver()).filter(name -> name.getKind() == ElementKind.LOCAL_VARIABLE);
    return adding.name().startsWith("add")
        && collection.isPresent()
        && unit.variables().uses(collection.get()).stream()
            .allMatch(
                use ->
                    unit.tree()
                        .parent(use)
                        .filter(above -> above.toString().endsWith(".add"))
                        .isPresent());
  }

  private static boolean isBundle(SourceUnit unit, Tree parent) {
    return unit.calls()
        .at(parent)
        .filter(call -> call.name().equals("allOf") || call.name().equals("anyOf"))
        .isPresent();
  }

  private static boolean isContinuation(Call call) {
    String name = call.name();
    return name.startsWith("then")
        || name.startsWith("when")
        || name.startsWith("handle")
        || name.startsWith("exceptionally")
        || Set.of(
                "orTimeout",
                "completeOnTimeout",
                "onComplete",
                "onSuccess",
                "onFailure",
                "addListener",
                "subscribe")
            .contains(name);
  }

  /** A variable that is only told what to do next is not waited for. */
  private static boolean isUsed(SourceUnit unit, Element kept) {
    for (Tree use : unit.variables().uses(kept)) {
      Tree parent = unit.tree().parent(use).orElse(use);
      Optional<Call> call = unit.tree().parent(parent).flatMap(unit.calls()::at);
      boolean told =
          parent instanceof MemberSelectTree && call.filter(Begun::isContinuation).isPresent();
      if (!told) {
        return true;
      }
    }
    return false;
  }

  static List<Tree> bodies(SourceUnit unit, Call call) {
    List<Tree> found = new ArrayList<>();
    call.arguments().forEach(argument -> found.addAll(unit.bodies().of(argument)));
    call.receiver().ifPresent(on -> found.addAll(unit.bodies().of(on)));
    return found;
  }

  /** The receiver of a call, if it is a name. */
  static Optional<Element> named(SourceUnit unit, Optional<ExpressionTree> expression) {
    return expression.flatMap(unit.variables()::named).map(Element.class::cast);
  }
}
