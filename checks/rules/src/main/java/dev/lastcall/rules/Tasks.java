package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
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
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What the tasks use that a pool, a timer, a thread or a server is given to run. */
final class Tasks {
  private final SourceUnit unit;
  private final Cleanups cleanups;

  Tasks(SourceUnit unit) {
    this.unit = unit;
    this.cleanups = new Cleanups(unit);
  }

  /** {@return the variables that the tasks use which something is given to run} */
  Set<Element> usedBy(Element variable) {
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
                              .isPresent()
                          || unit.facts().about("serves", found).isPresent())
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
      if (!cleanups.is(call) && !Cleanups.isNamed(call.name())) {
        call.receiver().ifPresent(on -> new Names(unit, found).scan(on, null));
        call.arguments().forEach(argument -> new Names(unit, found).scan(argument, null));
      }
      return super.visitMethodInvocation(node, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void nothing) {
      node.getArguments().forEach(argument -> new Names(unit, found).scan(argument, null));
      return super.visitNewClass(node, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree node, @Nullable Void nothing) {
      new Names(unit, found).scan(node.getQualifierExpression(), null);
      return super.visitMemberReference(node, null);
    }
  }
}
