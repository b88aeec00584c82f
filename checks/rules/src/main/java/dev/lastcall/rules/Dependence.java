package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Which of two things was made from the other, as far as one file says. */
final class Dependence {
  private static final int DEPTH = 3;

  /** Things that only look on; they may be closed at any time. */
  private static final Pattern PASSIVE =
      Pattern.compile(
          "(?i).*(metric|stats|statistics|registry|reporter|telemetry|monitor|gauge|config|listener|interceptor).*");

  private final SourceUnit unit;
  private final Cleanups cleanups;

  Dependence(SourceUnit unit) {
    this.unit = unit;
    this.cleanups = new Cleanups(unit);
  }

  /**
   * {@return whether something was made from another: given it when it was made, or given by it}
   */
  boolean isBuiltFrom(ExpressionTree one, ExpressionTree other) {
    Optional<VariableElement> user = unit.values().root(one);
    Optional<VariableElement> used = unit.values().root(other);
    return user.isPresent()
        && used.isPresent()
        && !user.equals(used)
        && builtFrom(user.get()).contains(used.get());
  }

  /** {@return whether one thing uses another: it was made from it, or runs tasks that use it} */
  boolean uses(Element one, Element other) {
    return !isInput(other)
        && !PASSIVE.matcher(other.getSimpleName()).matches()
        && (isMadeFrom(one, other) || runs(one, other));
  }

  /** {@return whether one runs tasks that use the other, and do not wait for input from it} */
  boolean runs(Element one, Element other) {
    return !isInput(other) && usedByTasks(one).contains(other) && !isWaitedFor(other);
  }

  /** What is closed so that its readers end. */
  private boolean isInput(Element variable) {
    Set<String> names = unit.types().of(variable.asType());
    return names.stream()
        .anyMatch(
            name ->
                name.startsWith("java.nio.channels.")
                    || name.matches("java\\.net\\.\\w*Socket")
                    || name.equals("java.io.InputStream")
                    || name.equals("java.io.Reader")
                    || name.equals("java.nio.file.WatchService"));
  }

  private boolean isWaitedFor(Element variable) {
    return unit.variables().uses(variable).stream()
        .flatMap(use -> unit.tree().parent(use).stream())
        .filter(MemberSelectTree.class::isInstance)
        .anyMatch(
            select ->
                ((MemberSelectTree) select)
                    .getIdentifier()
                    .toString()
                    .matches(
                        "accept|receive\\w*|take\\w*|poll\\w*|select|recv|readLine|next|read"));
  }

  /**
   * Made by a constructor or a factory that was given the other, or a stream over what the other
   * gave.
   */
  private boolean isMadeFrom(Element one, Element other) {
    if (!builtFrom(one).contains(other)) {
      return false;
    }
    boolean given =
        unit.variables().assigned(one).stream()
            .anyMatch(
                value ->
                    !(Values.bare(value) instanceof MethodInvocationTree call
                        && isAskedOnly(call, other)));
    return given && !endsWithItsSource(one);
  }

  /**
   * {@code other.create()}, without being given it anywhere: who gives things often closes them as
   * well.
   */
  private boolean isAskedOnly(MethodInvocationTree call, Element other) {
    Set<Element> named = new HashSet<>();
    ExpressionTree at = call;
    while (at instanceof MethodInvocationTree step) {
      step.getArguments().forEach(argument -> new Names(named).scan(argument, null));
      at =
          step.getMethodSelect() instanceof MemberSelectTree select
              ? select.getExpression()
              : step.getMethodSelect();
    }
    if (at instanceof NewClassTree) {
      new Names(named).scan(at, null);
    }
    return !named.contains(other);
  }

  private boolean endsWithItsSource(Element variable) {
    Set<String> names = unit.types().of(variable.asType());
    return names.contains("java.io.InputStream")
        || names.contains("java.io.Reader")
        || names.stream().anyMatch(name -> name.matches("(java\\.sql|(javax|jakarta)\\.jms)\\..*"));
  }

  /**
   * {@return whether an inner thing was given to an outer one in its constructor, so that closing
   * the outer one closes both}
   */
  boolean isWrapped(ExpressionTree inner, ExpressionTree outer) {
    Optional<VariableElement> variable = unit.values().root(outer);
    boolean made =
        variable.isPresent()
            && unit.variables().assigned(variable.get()).stream()
                .map(Values::bare)
                .anyMatch(NewClassTree.class::isInstance);
    return made && isBuiltFrom(outer, inner);
  }

  /** {@return the variables that went into the making of one, directly or not} */
  Set<Element> builtFrom(Element variable) {
    Set<Element> found = new LinkedHashSet<>();
    collect(variable, found, 0);
    found.remove(variable);
    return found;
  }

  private void collect(Element variable, Set<Element> into, int depth) {
    for (ExpressionTree value : unit.variables().assigned(variable)) {
      Set<Element> named = new HashSet<>();
      new Names(named).scan(value, null);
      for (Element name : named) {
        boolean more = into.add(name) && depth < DEPTH && !name.equals(variable);
        if (more && name.getKind() != ElementKind.PARAMETER) {
          collect(name, into, depth + 1);
        }
      }
    }
  }

  /** {@return the variables that the tasks use which something is given to run} */
  Set<Element> usedByTasks(Element variable) {
    Set<Element> used = new LinkedHashSet<>();
    for (Tree use : unit.variables().uses(variable)) {
      Optional<Call> call =
          unit.tree()
              .parent(use)
              .filter(MemberSelectTree.class::isInstance)
              .flatMap(unit.tree()::parent)
              .flatMap(unit.calls()::at)
              .filter(found -> found.receiver().filter(on -> on == use).isPresent());
      boolean runs =
          call.filter(
                  found ->
                      unit.facts()
                          .about("thread", found.name(), found.arity(), Set.of("*"))
                          .isPresent())
              .isPresent();
      if (runs) {
        call.get().arguments().forEach(task -> addTask(task, used));
      }
    }
    for (ExpressionTree value : unit.variables().assigned(variable)) {
      addMade(value, used);
    }
    return used;
  }

  /** {@code new Thread(task)} and its like. */
  private void addMade(ExpressionTree value, Set<Element> used) {
    for (ExpressionTree origin : unit.values().origins(value)) {
      if (origin instanceof NewClassTree made) {
        made.getArguments().stream()
            .filter(
                argument ->
                    argument instanceof LambdaExpressionTree
                        || argument instanceof MemberReferenceTree)
            .forEach(task -> addTask(task, used));
      }
    }
  }

  private void addTask(ExpressionTree task, Set<Element> used) {
    for (Tree body : unit.bodies().of(task)) {
      addBody(body, used, 0);
    }
  }

  /** What a task uses itself, or by one method of the file, as long as nothing has ended. */
  private void addBody(Tree body, Set<Element> used, int depth) {
    new Uses(used).scan(body, null);
    if (depth > 0) {
      return;
    }
    for (Call call : unit.calls().inside(body)) {
      Optional<MethodTree> own = unit.bodies().called(call);
      own.filter(
              found ->
                  found != body && !isStateAsked(call.node(), body) && !cleanups.isNamed(found))
          .ifPresent(found -> addBody(found, used, depth + 1));
    }
  }

  private boolean isStateAsked(Tree node, Tree body) {
    return unit.tree().ancestors(node).stream()
        .takeWhile(above -> above != body)
        .filter(IfTree.class::isInstance)
        .map(above -> ((IfTree) above).getCondition().toString())
        .anyMatch(
            condition ->
                condition.matches(
                    "(?is).*(state|running|closed|stopp|shut|active|alive|started).*"));
  }

  /** Collects what is used, but for what is only ended. */
  private final class Uses extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<Element> found;

    Uses(Set<Element> found) {
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void nothing) {
      Call call = unit.calls().at(node).orElseThrow();
      if (!cleanups.is(call)) {
        call.receiver().ifPresent(on -> new Names(found).scan(on, null));
        call.arguments().forEach(argument -> new Names(found).scan(argument, null));
      }
      return super.visitMethodInvocation(node, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void nothing) {
      node.getArguments().forEach(argument -> new Names(found).scan(argument, null));
      return super.visitNewClass(node, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree node, @Nullable Void nothing) {
      new Names(found).scan(node.getQualifierExpression(), null);
      return super.visitMemberReference(node, null);
    }
  }

  /** Collects the fields and variables that are named. */
  private final class Names extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<Element> found;

    Names(Set<Element> found) {
      this.found = found;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void nothing) {
      add(node);
      return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void nothing) {
      add(node);
      return super.visitMemberSelect(node, null);
    }

    private void add(ExpressionTree node) {
      unit.values()
          .root(node)
          .filter(name -> !name.getSimpleName().contentEquals("this"))
          .ifPresent(found::add);
    }
  }
}
