package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** Whether code that cleanup calls asks first whether it is cleanup that calls. */
final class Excuses {
  private static final Pattern IN_SHUTDOWN =
      Pattern.compile(
          "(?i).*(shutdownInProgress|inShutdown|isShuttingDown|shuttingDown|fromHook|inHook"
              + "|isHook|hookThread|onHook|exiting|isExiting|jvmExit|terminating).*");

  private final SourceUnit unit;
  private final Chains.Chain chain;

  private Excuses(SourceUnit unit, Chains.Chain chain) {
    this.unit = unit;
    this.chain = chain;
  }

  /**
   * {@return whether a condition on the way keeps the code from being run by the cleanup at the
   * way's beginning}
   */
  static boolean keep(SourceUnit unit, Chains.Chain chain) {
    Excuses excuses = new Excuses(unit, chain);
    for (int level = 0; level < chain.nodes().size(); level++) {
      Tree node = chain.nodes().get(level);
      for (Premises.Premise guard : Premises.of(unit, node, chain.bodies().get(level))) {
        if (excuses.isAgainst(guard, level)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAgainst(Premises.Premise guard, int level) {
    Optional<Boolean> known = known(guard.condition(), level);
    if (known.isPresent()) {
      return known.get() != guard.holds();
    }
    return asksForThread(guard.condition()) || asksForFlag(guard, level);
  }

  private boolean asksForThread(Tree condition) {
    return unit.calls().inside(condition).stream()
        .anyMatch(call -> call.is("currentThread", "java.lang.Thread"));
  }

  /** A flag that the cleanup has set before, or the question whether the exit has begun. */
  private boolean asksForFlag(Premises.Premise guard, int level) {
    if (guard.holds()) {
      return false;
    }
    Optional<Call> call = unit.calls().at(guard.condition());
    boolean changes =
        call.filter(
                made -> made.name().startsWith("compareAnd") || made.name().startsWith("getAnd"))
            .isPresent();
    if (changes) {
      return false;
    }
    ExpressionTree flag = call.flatMap(Call::receiver).orElse(guard.condition());
    Optional<VariableElement> variable = unit.values().root(flag);
    boolean named = IN_SHUTDOWN.matcher(call.map(Call::name).orElse("")).matches();
    return named || (variable.isPresent() && isSetBefore(variable.get(), guard.condition(), level));
  }

  private boolean isSetBefore(Element flag, Tree condition, int level) {
    List<Tree> sets =
        unit.variables().uses(flag).stream()
            .flatMap(use -> unit.tree().parent(use).stream())
            .filter(this::isSetting)
            .toList();
    for (int at = level; at < chain.nodes().size(); at++) {
      Tree body = chain.bodies().get(at);
      int end = unit.tree().start(at == level ? condition : chain.nodes().get(at));
      if (sets.stream()
          .anyMatch(set -> unit.tree().isInside(set, body) && unit.tree().start(set) < end)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSetting(Tree parent) {
    if (parent instanceof AssignmentTree) {
      return parent.toString().endsWith("= true");
    }
    return unit.tree()
        .parent(parent)
        .flatMap(unit.calls()::at)
        .filter(call -> call.name().equals("set") && call.arguments().size() == 1)
        .isPresent();
  }

  /** What a condition is, if it is a constant or a parameter that was given one. */
  private Optional<Boolean> known(ExpressionTree condition, int level) {
    Tree bare = Values.bare(condition);
    if (bare instanceof LiteralTree literal && literal.getValue() instanceof Boolean value) {
      return Optional.of(value);
    }
    if (bare instanceof UnaryTree not && bare.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return known(not.getExpression(), level).map(value -> !value);
    }
    Optional<ExpressionTree> argument = argument((ExpressionTree) bare, level);
    return argument.flatMap(given -> known(given, level + 1));
  }

  private Optional<ExpressionTree> argument(ExpressionTree name, int level) {
    if (level + 1 >= chain.nodes().size()
        || !(chain.bodies().get(level) instanceof MethodTree method)) {
      return Optional.empty();
    }
    Optional<VariableTree> parameter =
        unit.variables().named(name).flatMap(unit.variables()::declaration);
    int index = parameter.map(method.getParameters()::indexOf).orElse(-1);
    return index < 0
        ? Optional.empty()
        : unit.calls().at(chain.nodes().get(level + 1)).flatMap(call -> call.argument(index));
  }
}
