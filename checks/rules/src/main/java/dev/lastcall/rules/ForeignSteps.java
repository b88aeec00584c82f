package dev.lastcall.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.SourceTree;
import dev.lastcall.source.SourceUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
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
  private final Cleanups cleanups;

  ForeignSteps(SourceUnit unit) {
    this.unit = unit;
    this.cleanups = new Cleanups(unit);
  }

  /**
   * {@return whether a call runs such a step, one after the other of all that are registered, at
   * the end of the process or the container; or one of the file's own that throws}
   */
  boolean isForeign(Call call) {
    if (call.receiver().isEmpty() || unit.places().of(call.node()).isEmpty()) {
      return false;
    }
    Optional<ExpressionTree> all = unit.bodies().collection(call.receiver().get());
    return all.isPresent()
        && isRepeated(call.node())
        && (isRegistered(call, all.get())
            || throwsItself(call)
            || (Cleanups.isNamed(call.name()) && cleanups.throwsChecked(call)));
  }

  /**
   * {@return whether a call sends or writes a last word before something is closed, and is declared
   * to fail}
   */
  boolean isLastWord(Call call) {
    return !cleanups.is(call)
        && !cleanups.isOwn(call)
        && !cleanups.isOwnAndThrows(call)
        && !call.isReference()
        && !call.name().equals("<init>")
        && cleanups.throwsChecked(call)
        && !cleanups.isOnlyInterrupted(call)
        && isAtEnd(call.node());
  }

  /** {@return whether a call is made on, or given, what another one ends} */
  boolean isAbout(Call word, Call end) {
    Optional<Element> ended =
        cleanups.subject(end).flatMap(unit.values()::root).map(Element.class::cast);
    Set<Element> named = new HashSet<>();
    new Names(unit, named).scan(word.node(), null);
    return ended.filter(named::contains).isPresent();
  }

  private boolean isRegistered(Call call, ExpressionTree all) {
    return RUNNING.contains(call.name())
        && call.types().stream().anyMatch(FUNCTIONS::contains)
        && isAtEnd(call.node())
        && isOpen(all)
        && !isWork(all);
  }

  private boolean throwsItself(Call call) {
    return unit.bodies().entered(call).stream()
        .anyMatch(body -> body instanceof MethodTree own && cleanups.throwsItself(own));
  }

  private boolean isRegistered(Call run, Each each) {
    return RUNNING.contains(run.name())
        && run.types().stream().anyMatch(FUNCTIONS::contains)
        && isOpen(each.elements());
  }

  private boolean isRepeated(Tree node) {
    Tree body = unit.bodies().around(node);
    return unit.tree().ancestors(node).stream()
        .takeWhile(above -> above != body)
        .anyMatch(SourceTree::isLoop);
  }

  /** What is run at other times as well is work that is left over, not cleanup. */
  private boolean isWork(ExpressionTree all) {
    Optional<VariableElement> queue = unit.values().root(all);
    return unit.calls().named(RUNNING.toArray(String[]::new)).stream()
        .filter(other -> other.receiver().isPresent() && unit.places().of(other.node()).isEmpty())
        .anyMatch(
            other ->
                unit.bodies()
                    .collection(other.receiver().get())
                    .filter(from -> queue.isPresent() && unit.values().root(from).equals(queue))
                    .isPresent());
  }

  private boolean isAtEnd(Tree node) {
    return unit.places()
        .of(node)
        .map(Places.Reach::place)
        .filter(place -> place == Place.HOOK || place == Place.SIGNAL || place == Place.CALLBACK)
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
    if (unit.places().isEmpty()) {
      return List.of();
    }
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
      Tree call =
          only instanceof ExpressionStatementTree statement ? statement.getExpression() : only;
      if (cleanups.wraps(lambda) && unit.places().of(each.node()).isPresent()) {
        return true;
      }
      return unit.calls()
          .at(call)
          .filter(run -> run.receiver().filter(on -> each.isElement(unit, on)).isPresent())
          .filter(
              run ->
                  (isRegistered(run, each) && isAtEnd(each.node()))
                      || (throwsItself(run) && unit.places().of(each.node()).isPresent()))
          .isPresent();
    }
    return unit.calls()
        .at(each.body())
        .filter(
            run ->
                (isRegistered(run, each) && isAtEnd(each.node()))
                    || (throwsItself(run) && unit.places().of(each.node()).isPresent()))
        .isPresent();
  }
}
