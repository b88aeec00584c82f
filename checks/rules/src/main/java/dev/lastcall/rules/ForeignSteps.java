package dev.lastcall.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Steps of an exit that somebody else has registered: what they do, and whether they throw, this
 * file does not say. Confined to one thread.
 */
final class ForeignSteps {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "java.lang.Runnable",
          "java.util.concurrent.Callable",
          "java.util.function.Consumer",
          "java.util.function.BiConsumer",
          "java.util.function.Supplier");
  private static final Set<String> RUNNING = Set.of("run", "call", "accept", "get");

  private final SourceUnit unit;

  ForeignSteps(SourceUnit unit) {
    this.unit = unit;
  }

  /**
   * {@return whether a call runs such a step, the element of a loop over all that are registered, at
   * the end of the process or the container}
   */
  boolean isForeign(Call call) {
    return RUNNING.contains(call.name())
        && call.receiver().isPresent()
        && call.types().stream().anyMatch(FUNCTIONS::contains)
        && isAtEnd(call.node())
        && Each.in(unit).stream()
            .filter(each -> unit.tree().isInside(call.node(), each.body()))
            .anyMatch(
                each -> each.isElement(unit, call.receiver().get()) && isOpen(each.elements()));
  }

  private boolean isAtEnd(Tree node) {
    return unit.places()
        .of(node)
        .map(Places.Reach::place)
        .filter(
            place -> place == Place.HOOK || place == Place.SIGNAL || place == Place.CALLBACK)
        .isPresent();
  }

  /** Whoever calls a method of this file puts something in. */
  private boolean isOpen(ExpressionTree collection) {
    return unit.bodies().elements(collection).stream()
        .flatMap(element -> unit.values().root(element).stream())
        .anyMatch(name -> name.getKind() == ElementKind.PARAMETER && isHandedIn(name));
  }

  private boolean isHandedIn(VariableElement parameter) {
    return parameter.getEnclosingElement() instanceof ExecutableElement method
        && !method.getModifiers().contains(Modifier.PRIVATE)
        && unit.calls().named(method.getSimpleName().toString()).stream()
            .noneMatch(call -> call.method().filter(method::equals).isPresent());
  }

  /** {@return the calls that run all of a collection, and none of the rest once one has thrown} */
  List<Tree> allAtOnce() {
    return Each.in(unit).stream()
        .filter(each -> unit.calls().at(each.node()).isPresent() && runsForeign(each))
        .map(Each::node)
        .toList();
  }

  private boolean runsForeign(Each each) {
    if (each.body() instanceof LambdaExpressionTree lambda) {
      Tree body = lambda.getBody();
      Tree only =
          body instanceof BlockTree block && block.getStatements().size() == 1
              ? block.getStatements().get(0)
              : body;
      Tree call = only instanceof ExpressionStatementTree statement ? statement.getExpression() : only;
      return unit.calls().at(call).filter(this::isForeign).isPresent();
    }
    return unit.calls()
        .at(each.body())
        .filter(run -> RUNNING.contains(run.name()) && isOpen(each.elements()))
        .filter(run -> run.types().stream().anyMatch(FUNCTIONS::contains))
        .filter(run -> isAtEnd(each.node()))
        .isPresent();
  }
}
