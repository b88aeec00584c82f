package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;

/** Finds hooks that are removed by an object that was never registered. */
final class RemovedHooks {
  private final SourceUnit unit;
  private final List<ExpressionTree> registered;

  private RemovedHooks(SourceUnit unit) {
    this.unit = unit;
    this.registered =
        unit.places().registrations().stream()
            .filter(call -> unit.places().registration(call).orElse(null) == Place.HOOK)
            .flatMap(call -> call.arguments().stream())
            .<ExpressionTree>map(argument -> argument)
            .toList();
  }

  static void find(SourceUnit unit, Consumer<Finding> findings) {
    List<Call> removals = unit.calls().about("unhooks");
    if (removals.isEmpty()) {
      return;
    }
    RemovedHooks hooks = new RemovedHooks(unit);
    for (Call call : removals) {
      if (unit.facts().about("unhooks", call).isPresent()
          && call.argument(0).filter(hooks::isAnother).isPresent()) {
        findings.accept(
            Finding.of(
                HookRule.MISUSE,
                unit.tree().span(call.node()),
                call.name() + "() is given an object that was never registered: the hook stays"));
      }
    }
  }

  private boolean isAnother(ExpressionTree removed) {
    if (isMadeHere(removed)) {
      return true;
    }
    Optional<VariableElement> variable = unit.values().root(removed);
    if (variable.isEmpty() || registered.isEmpty()) {
      return false;
    }
    List<ExpressionTree> given = unit.variables().assigned(variable.get());
    boolean known = !given.isEmpty() && given.stream().allMatch(this::isKnown);
    return known && !isRegistered(variable.get()) && !isHandedOn(variable.get());
  }

  private boolean isKnown(ExpressionTree value) {
    return Values.bare(value).getKind() == Tree.Kind.NULL_LITERAL || isMadeHere(value);
  }

  /** Every evaluation makes another object. */
  private boolean isMadeHere(ExpressionTree value) {
    Tree bare = Values.bare(value);
    if (bare instanceof NewClassTree
        || bare instanceof LambdaExpressionTree
        || bare instanceof MemberReferenceTree) {
      return true;
    }
    if (!(bare instanceof MethodInvocationTree)) {
      return false;
    }
    Optional<Call> call = unit.calls().at(bare);
    boolean running =
        call.filter(made -> made.is("currentThread", "java.lang.Thread")).isPresent()
            && unit.places().of(bare).isEmpty();
    if (running || call.filter(made -> made.name().equals("unstarted")).isPresent()) {
      return true;
    }
    List<ExpressionTree> returned =
        call.flatMap(unit.bodies()::called).map(unit.values()::returned).orElse(List.of());
    return !returned.isEmpty()
        && returned.stream().allMatch(result -> Values.bare(result) instanceof NewClassTree);
  }

  private boolean isRegistered(VariableElement variable) {
    return registered.stream()
        .flatMap(argument -> Stream.concat(Stream.of(argument), assigned(argument)))
        .anyMatch(
            argument ->
                unit.values().root(argument).filter(variable::equals).isPresent()
                    || (argument instanceof com.sun.source.tree.AssignmentTree inside
                        && unit.values()
                            .root(inside.getVariable())
                            .filter(variable::equals)
                            .isPresent()));
  }

  /** {@code Thread t = new Thread(r); hook = t; add(t)}: hook is what was registered. */
  private Stream<ExpressionTree> assigned(ExpressionTree argument) {
    Optional<VariableElement> local = unit.values().root(argument);
    return local.stream()
        .flatMap(
            name ->
                unit.variables().uses(name).stream()
                    .flatMap(use -> unit.tree().parent(use).stream())
                    .filter(com.sun.source.tree.AssignmentTree.class::isInstance)
                    .map(found -> (ExpressionTree) found));
  }

  /** A method that is given the thread may register it. */
  private boolean isHandedOn(VariableElement variable) {
    return unit.variables().uses(variable).stream()
        .anyMatch(
            use -> {
              Optional<Call> outer = unit.tree().parent(use).flatMap(unit.calls()::at);
              return outer
                  .filter(
                      call ->
                          call.arguments().contains(use)
                              && !call.name().equals("<init>")
                              && unit.facts().about("unhooks", call).isEmpty())
                  .isPresent();
            });
  }
}
