package dev.lastcall.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Finds cleanup that is executed where it should only be registered.
 *
 * <p>Facts: {@code ends} for method names that mean cleanup.
 */
final class CleanupAtRegistration implements Check {
  private static final Rule RULE =
      new Rule(
          "LC1302",
          "cleanup-run-at-registration",
          Severity.ERROR,
          "The cleanup is executed at its registration, not at the end.");
  private static final Set<String> ANY = Set.of("*");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (Registered registered : Registered.in(unit)) {
      Set<Tree> early = new java.util.LinkedHashSet<>();
      for (Call call : registered.callsNow(unit)) {
        if (executes(unit, call)) {
          early.add(call.node());
        }
        inside(unit, call).ifPresent(early::add);
      }
      captured(unit, registered, early);
      directly(unit, registered, early);
      early.forEach(node -> findings.accept(finding(unit, node, registered)));
    }
  }

  private static Finding finding(SourceUnit unit, Tree node, Registered registered) {
    return Finding.of(
            RULE,
            unit.tree().span(node),
            "this runs now, while the cleanup is registered; at the end it will not run (again)")
        .relatedTo(unit.tree().span(registered.call().node()), "registered here");
  }

  // A call among the arguments.

  /** Whether a call ends something: by its own name, or by what its body does. */
  private static boolean executes(SourceUnit unit, Call call) {
    if (call.isReference() || call.name().equals("<init>")) {
      return false;
    }
    if (isEnding(unit, call) && (!isAction(unit, call) || call.method().isEmpty())) {
      return true;
    }
    return unit.bodies().called(call).filter(own -> endsForeign(unit, own)).isPresent();
  }

  /** A method that makes a Runnable or a Thread is a factory, whatever its name is. */
  private static boolean isAction(SourceUnit unit, Call call) {
    List<ExpressionTree> made =
        unit.bodies().called(call).map(unit.values()::returned).orElse(List.of());
    boolean functions =
        !made.isEmpty()
            && made.stream()
                .map(Values::bare)
                .allMatch(
                    value ->
                        value instanceof LambdaExpressionTree
                            || value instanceof MemberReferenceTree);
    return functions || makesTask(unit, call);
  }

  private static boolean makesTask(SourceUnit unit, Call call) {
    return call.method()
        .map(ExecutableElement::getReturnType)
        .map(unit.types()::of)
        .filter(
            names ->
                names.contains("java.lang.Runnable")
                    || names.contains("java.lang.AutoCloseable")
                    || names.contains("java.util.concurrent.Callable"))
        .isPresent();
  }

  private static boolean isEnding(SourceUnit unit, Call call) {
    String name = call.name();
    String bare = name.endsWith("Async") ? name.substring(0, name.length() - 5) : name;
    return unit.facts().about("ends", bare, call.arity(), ANY).isPresent();
  }

  /** Whether a method itself ends something that it has not made itself. */
  private static boolean endsForeign(SourceUnit unit, Tree body) {
    return Ran.by(unit, body).stream()
        .anyMatch(
            call ->
                isEnding(unit, call)
                    && (call.receiver().isPresent() || unit.bodies().called(call).isEmpty())
                    && !isOwnLocal(unit, call));
  }

  private static boolean isOwnLocal(SourceUnit unit, Call call) {
    return call.receiver().filter(on -> isOwnLocal(unit, on)).isPresent();
  }

  /** The element of a loop is its own only if what it is taken from is. */
  private static boolean isOwnLocal(SourceUnit unit, ExpressionTree value) {
    Optional<VariableElement> root = unit.values().root(value);
    Optional<Tree> around =
        root.flatMap(unit.variables()::declaration).flatMap(unit.tree()::parent);
    if (around.isPresent() && around.get() instanceof EnhancedForLoopTree loop) {
      return isOwnLocal(unit, loop.getExpression());
    }
    return root.filter(
            name ->
                name.getKind() == ElementKind.LOCAL_VARIABLE
                    || name.getKind() == ElementKind.RESOURCE_VARIABLE)
        .isPresent();
  }

  // A class whose initializer or constructor does what its run() should.

  private static Optional<Tree> inside(SourceUnit unit, Call creation) {
    if (!(creation.node() instanceof NewClassTree made)) {
      return Optional.empty();
    }
    ClassTree body = made.getClassBody();
    List<Tree> early = new ArrayList<>();
    if (body != null) {
      for (Tree member : body.getMembers()) {
        if (member instanceof BlockTree block && !block.isStatic()) {
          early.add(block);
        }
      }
    } else {
      unit.bodies().called(creation).filter(method -> isTask(unit, method)).ifPresent(early::add);
    }
    for (Tree code : early) {
      for (Call call : unit.calls().inside(code)) {
        boolean now = unit.bodies().around(call.node()) == unit.bodies().around(firstOf(code));
        if (now && !isOwnLocal(unit, call) && executes(unit, call)) {
          return Optional.of(call.node());
        }
      }
    }
    return Optional.empty();
  }

  /** Something inside a block or method, to ask what is around it. */
  private static Tree firstOf(Tree code) {
    return code instanceof MethodTree method ? method.getBody() : code;
  }

  private static boolean isTask(SourceUnit unit, MethodTree constructor) {
    return unit.tree()
        .enclosing(constructor, ClassTree.class)
        .filter(type -> unit.tree().element(type).isPresent())
        .filter(
            type ->
                type.getMembers().stream()
                    .noneMatch(
                        member ->
                            member instanceof MethodTree method
                                && method.getName().contentEquals("run")
                                && endsForeign(unit, method)))
        .isPresent();
  }

  // A local variable whose value came from executing the cleanup.

  private static void captured(SourceUnit unit, Registered registered, Set<Tree> early) {
    for (Element variable : registered.captured(unit)) {
      List<ExpressionTree> values = unit.variables().assigned(variable);
      if (values.size() == 1 && variable.getKind() == ElementKind.LOCAL_VARIABLE) {
        unit.calls()
            .at(values.get(0))
            .filter(call -> executes(unit, call) || startsEnding(unit, call))
            .filter(call -> isUsedOnlyBy(unit, variable, registered))
            .ifPresent(call -> early.add(call.node()));
      }
    }
  }

  /** {@code runAsync(() -> store.close())} begins at once, whoever waits for it later. */
  private static boolean startsEnding(SourceUnit unit, Call call) {
    String name = call.name().toLowerCase(Locale.ROOT);
    boolean starts = name.equals("runasync") || name.equals("supplyasync") || name.equals("submit");
    return starts
        && !call.arguments().isEmpty()
        && unit.bodies().of(call.arguments().get(0)).stream()
            .anyMatch(body -> endsForeign(unit, body));
  }

  private static boolean isUsedOnlyBy(SourceUnit unit, Element variable, Registered registered) {
    return unit.variables().uses(variable).stream()
        .allMatch(
            use -> registered.later().stream().anyMatch(body -> unit.tree().isInside(use, body)));
  }

  // hook.run() beside the registration.

  private static void directly(SourceUnit unit, Registered registered, Set<Tree> early) {
    Set<Element> given = new java.util.HashSet<>();
    for (Tree node : registered.now()) {
      boolean part = unit.tree().parent(node).filter(CleanupAtRegistration::takesPart).isPresent();
      unit.variables().named(node).filter(name -> !part).ifPresent(given::add);
    }
    Tree statement = statement(unit, registered.call().node());
    if (!(unit.tree().parent(statement).orElse(statement) instanceof BlockTree block)) {
      return;
    }
    List<? extends StatementTree> all = block.getStatements();
    int here = all.indexOf(statement);
    for (int i = 0; i < all.size() && i <= here + 1; i++) {
      boolean next = i == here + 1;
      ran(unit, all.get(i), given)
          .filter(call -> next || call.isOn("java.lang.Thread"))
          .ifPresent(call -> early.add(call.node()));
    }
  }

  /** What stands before a dot or two colons is not what is registered. */
  private static boolean takesPart(Tree parent) {
    return parent instanceof MemberReferenceTree || parent instanceof MemberSelectTree;
  }

  private static Optional<Call> ran(SourceUnit unit, StatementTree statement, Set<Element> given) {
    if (!(statement instanceof ExpressionStatementTree expression)) {
      return Optional.empty();
    }
    return unit.calls()
        .at(expression.getExpression())
        .filter(call -> call.name().equals("run") || call.name().equals("call"))
        .filter(
            call ->
                call.receiver()
                    .flatMap(on -> unit.variables().named(on))
                    .filter(given::contains)
                    .isPresent());
  }

  private static Tree statement(SourceUnit unit, Tree node) {
    Tree at = node;
    for (Tree above : unit.tree().ancestors(node)) {
      if (above instanceof BlockTree || above instanceof LambdaExpressionTree) {
        return at;
      }
      at = above;
    }
    return at instanceof VariableTree ? node : at;
  }
}
