package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Flow;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Local variables that are still null where a finally block or a clause uses them. Confined to one
 * thread.
 */
final class NullOnTheWay {
  private final SourceUnit unit;
  private final Tree body;

  NullOnTheWay(SourceUnit unit, Tree body) {
    this.unit = unit;
    this.body = body;
  }

  void check(BiConsumer<Tree, String> found) {
    List<Element> variables = variables();
    Optional<Flow> flow = variables.isEmpty() ? Optional.empty() : unit.flow(body);
    if (flow.isEmpty()) {
      return;
    }
    for (Element variable : variables) {
      Set<Tree> derefs = new LinkedHashSet<>();
      boolean all =
          unit.paths()
              .walk(
                  flow.get(),
                  true,
                  (step, isNull, fails) -> after(step, isNull, fails, variable, derefs));
      if (all) {
        derefs.forEach(node -> found.accept(node, variable.getSimpleName().toString()));
      }
    }
  }

  /** Those that begin as null, get something else later, and are ended where a try ends. */
  private List<Element> variables() {
    return unit.tree().all(Tree.Kind.VARIABLE, VariableTree.class).stream()
        .filter(declared -> isNull(declared.getInitializer()))
        .filter(declared -> unit.bodies().around(declared) == body)
        .flatMap(declared -> unit.variables().named(declared).stream())
        .filter(name -> name.getKind() == ElementKind.LOCAL_VARIABLE)
        .filter(name -> unit.variables().assigned(name).size() > 1 && isEnded(name))
        .map(Element.class::cast)
        .toList();
  }

  /** Somewhere in a finally block or a clause it is closed, or given to somebody who does that. */
  private boolean isEnded(Element variable) {
    Cleanups cleanups = new Cleanups(unit);
    return unit.variables().uses(variable).stream()
        .filter(this::isInCleanup)
        .flatMap(use -> unit.tree().ancestors(use).stream().limit(2))
        .flatMap(above -> unit.calls().at(above).stream())
        .anyMatch(call -> uses(call, variable) && (cleanups.is(call) || !isOn(call, variable)));
  }

  private boolean isOn(Call call, Element variable) {
    return call.receiver().filter(on -> isNamed(on, variable)).isPresent();
  }

  /** {@return whether a value is written, and is null} */
  static boolean isNull(@Nullable Tree value) {
    return value != null && Values.bare(value).getKind() == Tree.Kind.NULL_LITERAL;
  }

  /**
   * {@code isNull} is true where the variable is null or not yet there, false where it has
   * something.
   */
  private @Nullable Boolean after(
      Flow.Step step, boolean isNull, boolean fails, Element variable, Set<Tree> derefs) {
    if (step.kind() == Flow.Kind.ASSIGN
        && unit.variables().named(target(step.node())).filter(variable::equals).isPresent()) {
      return isNull(value(step.node()));
    }
    if (step.kind() != Flow.Kind.CALL || !isNull) {
      return isNull;
    }
    Call call = unit.calls().at(step.node()).orElseThrow();
    if (fails && (isReliable(call) || isInCleanup(step.node()))) {
      return null;
    }
    if (uses(call, variable)) {
      if (isInCleanup(step.node())
          && isDeclaredOutside(step.node(), variable)
          && !isToldByFlag(step.node(), variable)) {
        derefs.add(blamed(call, variable));
      }
      return null;
    }
    return true;
  }

  /** Under a flag that is set only next to where the variable gets something for certain. */
  private boolean isToldByFlag(Tree node, Element variable) {
    return Premises.of(unit, node, body).stream()
        .filter(Premises.Premise::holds)
        .flatMap(premise -> unit.variables().named(premise.condition()).stream())
        .filter(flag -> flag.getKind() == ElementKind.LOCAL_VARIABLE)
        .map(flag -> assignments(flag).filter(set -> isTrue(set.getExpression())).toList())
        .anyMatch(set -> !set.isEmpty() && set.stream().allMatch(on -> isNextTo(on, variable)));
  }

  /** Before it, or behind it by a constructor that is not declared to throw. */
  private boolean isNextTo(AssignmentTree flag, Element variable) {
    return assignments(variable)
        .filter(set -> !isNull(set.getExpression()))
        .filter(set -> block(set).equals(block(flag)))
        .anyMatch(
            set ->
                unit.tree().start(set) < unit.tree().start(flag)
                    || (set.getExpression() instanceof NewClassTree made
                        && unit.calls()
                            .at(made)
                            .flatMap(Call::method)
                            .filter(method -> method.getThrownTypes().isEmpty())
                            .isPresent()));
  }

  private Stream<AssignmentTree> assignments(Element variable) {
    return unit.tree().all(Tree.Kind.ASSIGNMENT, AssignmentTree.class).stream()
        .filter(
            set -> unit.variables().named(set.getVariable()).filter(variable::equals).isPresent());
  }

  private Optional<BlockTree> block(Tree node) {
    return unit.tree().enclosing(node, BlockTree.class);
  }

  private static boolean isTrue(ExpressionTree value) {
    return value.toString().equals("true");
  }

  private static Tree target(Tree node) {
    return node instanceof AssignmentTree assignment ? assignment.getVariable() : node;
  }

  private static Tree value(Tree node) {
    return node instanceof AssignmentTree assignment
        ? assignment.getExpression()
        : ((VariableTree) node).getInitializer();
  }

  /** Constructors of the JDK that are not declared to throw, logging, the time. */
  private static boolean isReliable(Call call) {
    boolean made =
        call.name().equals("<init>")
            && call.method().filter(method -> method.getThrownTypes().isEmpty()).isPresent()
            && call.types().stream()
                .findFirst()
                .filter(name -> name.startsWith("java."))
                .isPresent();
    return made
        || call.name()
            .matches(
                "trace|debug|info|warn|error|log|println|nanoTime|currentTimeMillis|currentThread");
  }

  /**
   * Whether a call fails if the variable is null: it is called on it, or a method that does that is
   * given it.
   */
  private boolean uses(Call call, Element variable) {
    if (isOn(call, variable)) {
      return true;
    }
    List<? extends ExpressionTree> arguments = call.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      if (isNamed(arguments.get(i), variable)) {
        boolean file =
            call.is(call.name(), "java.nio.file.Files") && call.name().startsWith("delete");
        return file || derefs(call, i);
      }
    }
    return false;
  }

  /** Where it fails, if that is only run from here; else the call. */
  private Tree blamed(Call call, Element variable) {
    Optional<MethodTree> own = unit.bodies().called(call);
    if (own.isEmpty() || isOn(call, variable) || Blame.callers(unit, own.get()) > 1) {
      return call.node();
    }
    List<? extends Element> parameters = call.method().orElseThrow().getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (isNamed(call.argument(i).orElseThrow(), variable)) {
        Optional<Tree> deref = dereferences(own.get(), parameters.get(i));
        if (deref.isPresent()) {
          return deref.get();
        }
      }
    }
    return call.node();
  }

  private Optional<Tree> dereferences(MethodTree own, Element parameter) {
    return unit.calls().inside(own).stream()
        .filter(inner -> isOn(inner, parameter) && !isCaught(inner.node(), own))
        .map(Call::node)
        .findFirst();
  }

  private boolean isNamed(Tree expression, Element variable) {
    return unit.variables().named(expression).filter(variable::equals).isPresent();
  }

  private boolean derefs(Call call, int index) {
    Optional<MethodTree> own = unit.bodies().called(call);
    Optional<ExecutableElement> method = call.method();
    if (own.isEmpty() || method.isEmpty() || index >= method.get().getParameters().size()) {
      return false;
    }
    Element parameter = method.get().getParameters().get(index);
    boolean tested =
        own.get().getBody() == null
            || own.get().toString().contains("null")
            || own.get().toString().contains("Optional");
    return !tested && dereferences(own.get(), parameter).isPresent();
  }

  /**
   * In a finally block or a clause of this body, and not inside a try there that takes the
   * NullPointerException.
   */
  private boolean isInCleanup(Tree node) {
    for (Tree above : unit.tree().ancestors(node)) {
      if (above == body) {
        return false;
      }
      Optional<Tree> guard = unit.tree().parent(above);
      boolean last =
          above instanceof BlockTree
              && guard.isPresent()
              && guard.get() instanceof TryTree around
              && around.getFinallyBlock() == above;
      if (last || above instanceof CatchTree) {
        return !isCaught(node, above);
      }
    }
    return false;
  }

  private boolean isCaught(Tree node, Tree upTo) {
    return unit.tree().ancestors(node).stream()
        .takeWhile(above -> above != upTo)
        .filter(TryTree.class::isInstance)
        .map(TryTree.class::cast)
        .filter(guard -> unit.tree().isInside(node, guard.getBlock()))
        .flatMap(guard -> guard.getCatches().stream())
        .anyMatch(
            clause ->
                clause
                    .getParameter()
                    .getType()
                    .toString()
                    .matches(
                        ".*\\b(Exception|RuntimeException|Throwable|NullPointerException)\\b.*"));
  }

  private boolean isDeclaredOutside(Tree node, Element variable) {
    Optional<VariableTree> declared = unit.variables().declaration(variable);
    Optional<TryTree> guard = unit.tree().enclosing(node, TryTree.class);
    return declared.isPresent()
        && guard.isPresent()
        && !unit.tree().isInside(declared.get(), guard.get());
  }
}
