package dev.lastcall.rules;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Fix;
import dev.lastcall.source.Place;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/**
 * Finds cleanup that works with a value of the time when it was registered: the receiver of a bound
 * method reference, a copy in a local variable, an argument.
 *
 * <p>Facts: {@code snapshots} for methods whose result is a copy of a state, {@code mutates} for
 * those that change it.
 */
final class EagerCapture implements Check {
  private static final Rule RULE =
      new Rule(
          "LC1301",
          "eager-capture",
          Severity.WARNING,
          "Cleanup works with a value of the time when it was registered.");

  /** Who names a variable so wants the old value. */
  private static final List<String> DELIBERATE =
      List.of(
          "start",
          "begin",
          "initial",
          "before",
          "baseline",
          "opened",
          "snapshot",
          "first",
          "old",
          "previous",
          "boot",
          "origin",
          "created");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (Registered registered : Registered.in(unit)) {
      if (registered.place() != Place.CLEANER) {
        new Search(unit, registered)
            .early()
            .forEach(node -> findings.accept(finding(unit, node, registered)));
      }
    }
  }

  private static Finding finding(SourceUnit unit, Tree node, Registered registered) {
    boolean reference = node instanceof MemberReferenceTree;
    String message =
        reference
            ? "the object before :: is looked up now, at the registration; what the variable holds"
                + " at the end is another one"
            : "this is evaluated now, at the registration; at the end the value is another one";
    Finding found =
        Finding.of(RULE, unit.tree().span(node), message)
            .relatedTo(unit.tree().span(registered.call().node()), "registered here");
    return node instanceof MemberReferenceTree bound && isParameterless(unit, node)
        ? found.fixedBy(lambda(unit, bound))
        : found;
  }

  private static boolean isParameterless(SourceUnit unit, Tree reference) {
    return unit.types().is(reference, "java.lang.Runnable");
  }

  private static Fix lambda(SourceUnit unit, MemberReferenceTree bound) {
    Finding.Span span = unit.tree().span(bound);
    String text =
        "() -> " + unit.tree().text(bound.getQualifierExpression()) + "." + bound.getName() + "()";
    return Fix.of(
        "Look the object up when the cleanup runs", new Fix.Edit(span.start(), span.end(), text));
  }

  /** The search of one registration. */
  private static final class Search {
    private final SourceUnit unit;
    private final Registered registered;
    private final Moments moments;

    Search(SourceUnit unit, Registered registered) {
      this.unit = unit;
      this.registered = registered;
      this.moments = new Moments(unit, registered);
    }

    Set<Tree> early() {
      Set<Tree> early = new LinkedHashSet<>();
      for (Tree later : registered.later()) {
        if (later instanceof MemberReferenceTree bound && isLive(bound.getQualifierExpression())) {
          early.add(bound);
        }
      }
      for (Element variable : registered.captured(unit)) {
        List<ExpressionTree> given = unit.variables().assigned(variable);
        if (given.size() == 1 && !isDeliberate(variable) && isLive(given.get(0))) {
          early.add(given.get(0));
        }
      }
      for (Call call : registered.callsNow(unit)) {
        for (ExpressionTree argument : call.arguments()) {
          if (!isName(call, argument) && isLive(argument) && !isReadAgain(argument)) {
            early.add(argument);
          }
        }
      }
      return early;
    }

    /** The name of a thread or of a cleanup. */
    private boolean isName(Call call, ExpressionTree argument) {
      boolean named = call.isOn("java.lang.Thread") || call.node() == registered.call().node();
      return named
          && (unit.types().is(argument, "java.lang.String")
              || unit.tree()
                  .type(argument)
                  .filter(type -> type.getKind().isPrimitive())
                  .isPresent());
    }

    private boolean isDeliberate(Element variable) {
      String name = variable.getSimpleName().toString().toLowerCase(Locale.ROOT);
      return DELIBERATE.stream().anyMatch(name::contains)
          || unit.variables().assigned(variable).stream().anyMatch(this::isReadAgain);
    }

    /** The cleanup reads the same state again: it compares then with now. */
    private boolean isReadAgain(ExpressionTree value) {
      Optional<VariableElement> source = state(value).or(() -> unit.variables().named(value));
      return source.isPresent()
          && unit.variables().uses(source.get()).stream()
              .anyMatch(
                  use ->
                      registered.later().stream()
                          .anyMatch(
                              body ->
                                  !(body instanceof MemberReferenceTree)
                                      && unit.tree().isInside(use, body)));
    }

    /** Whether an expression's value will be another one later. */
    private boolean isLive(ExpressionTree expression) {
      return isLive(expression, 0);
    }

    private boolean isLive(ExpressionTree expression, int depth) {
      Tree bare = Values.bare(expression);
      if (depth > 5) {
        return false;
      }
      if (bare instanceof BinaryTree both) {
        return isLive(both.getLeftOperand(), depth + 1)
            || isLive(both.getRightOperand(), depth + 1);
      }
      if (bare instanceof ConditionalExpressionTree choice) {
        return isLive(choice.getTrueExpression(), depth + 1)
            || isLive(choice.getFalseExpression(), depth + 1);
      }
      Optional<VariableElement> variable = unit.variables().named(bare);
      if (variable.isPresent()) {
        return !variable.get().getSimpleName().contentEquals("this")
            && moments.isReplaced(variable.get());
      }
      if (bare instanceof MemberReferenceTree bound) {
        return isLive(bound.getQualifierExpression(), depth + 1);
      }
      return unit.calls().at(bare).filter(call -> isLiveCall(call, depth)).isPresent();
    }

    private boolean isLiveCall(Call call, int depth) {
      Optional<VariableElement> state = state(call);
      if (state.isPresent()) {
        return moments.isChanged(state.get());
      }
      if (call.isOn("java.lang.String") || call.isOn("java.util.Objects")) {
        return call.arguments().stream().anyMatch(argument -> isLive(argument, depth + 1));
      }
      return call.arguments().isEmpty()
          && unit.bodies()
              .called(call)
              .map(unit.values()::returned)
              .filter(values -> values.size() == 1 && isLive(values.get(0), depth + 1))
              .isPresent();
    }

    private Optional<VariableElement> state(ExpressionTree value) {
      return unit.calls().at(Values.bare(value)).flatMap(this::state);
    }

    /**
     * What a copy is taken of: the receiver, or the argument of a copying constructor or factory.
     */
    private Optional<VariableElement> state(Call call) {
      if (unit.facts().about("snapshots", call).isEmpty()) {
        return Optional.empty();
      }
      Optional<VariableElement> receiver = call.receiver().flatMap(unit.variables()::named);
      return receiver.or(() -> call.argument(0).flatMap(unit.variables()::named));
    }
  }
}
