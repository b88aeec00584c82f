package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Flow;
import dev.lastcall.source.SourceTree;
import dev.lastcall.source.SourceUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes a registration run again: a loop, a method that is run for every element, a request
 * handler, a listener, here or where the method around it is called.
 */
final class Repeats {
  private static final int DEPTH = 4;
  private static final Set<String> TAKING_BACK = Set.of("removeShutdownHook", "removeHook");

  private final SourceUnit unit;
  private final boolean scoped;
  private final Set<Tree> seen = new HashSet<>();

  private Repeats(SourceUnit unit, boolean scoped) {
    this.unit = unit;
    this.scoped = scoped;
  }

  /** {@return the loop, call or method because of which a registration is made again and again} */
  static Optional<Tree> of(SourceUnit unit, Call registration) {
    Repeats repeats = new Repeats(unit, unit.facts().about("scoped", registration).isPresent());
    return repeats.up(registration.node(), registration.receiver().orElse(null), 0);
  }

  /** Goes up from a node to the loop or the method that runs it again. */
  private Optional<Tree> up(Tree node, @Nullable ExpressionTree scope, int depth) {
    if (depth > DEPTH || !seen.add(node)) {
      return Optional.empty();
    }
    Tree step = node;
    for (Tree at = node; at != null; at = unit.tree().parent(at).orElse(null)) {
      boolean handed = at instanceof LambdaExpressionTree || at instanceof MemberReferenceTree;
      if (at instanceof MethodTree method) {
        return Once.isGuarded(unit, node, method)
            ? Optional.empty()
            : inMethod(method, scope, depth);
      } else if (at instanceof ClassTree) {
        return Optional.empty();
      } else if (at != node
          && SourceTree.isLoop(at)
          && isOutside(scope, at)
          && comesBack(step, at)) {
        return Once.isGuarded(unit, node, at) ? Optional.empty() : Optional.of(at);
      } else if (handed) {
        Lambdas use = Requests.isGiven(unit, at) ? Lambdas.EACH : Lambdas.of(unit, at);
        if (use == Lambdas.EACH && isOutside(scope, at)) {
          return Once.isGuarded(unit, node, at) ? Optional.empty() : unit.tree().parent(at);
        } else if (use == Lambdas.UNKNOWN || use == Lambdas.REMEMBERED) {
          return Optional.empty();
        }
        step = unit.tree().parent(at).orElse(at);
      }
    }
    return Optional.empty();
  }

  private Optional<Tree> inMethod(MethodTree method, @Nullable ExpressionTree scope, int depth) {
    if (Requests.isHandler(unit, method) && isOutside(scope, method)) {
      return Optional.of(method);
    }
    for (Call call : unit.calls().named(method.getName().toString())) {
      if (unit.bodies().called(call).filter(own -> own == method).isPresent()) {
        Optional<ExpressionTree> given =
            Optional.ofNullable(scope).flatMap(s -> given(s, method, call));
        boolean local = scoped && scope != null && given.isEmpty() && !isOutside(scope, method);
        Optional<Tree> found =
            local ? Optional.empty() : up(call.node(), given.orElse(scope), depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** What a call gives for the parameter that the scope is. */
  private Optional<ExpressionTree> given(ExpressionTree scope, MethodTree method, Call call) {
    Optional<VariableTree> declared =
        unit.variables().named(scope).flatMap(unit.variables()::declaration);
    int index = declared.map(method.getParameters()::indexOf).orElse(-1);
    return index < 0 ? Optional.empty() : call.argument(index);
  }

  /** A scope that is opened inside ends inside. */
  private boolean isOutside(@Nullable ExpressionTree scope, Tree repeated) {
    if (!scoped || scope == null) {
      return true;
    }
    Optional<VariableTree> declared =
        unit.values().root(scope).flatMap(unit.variables()::declaration);
    return declared.isPresent() && !unit.tree().isInside(declared.get(), repeated);
  }

  /** Whether a way leads from a call to itself on which it is not taken back. */
  private boolean comesBack(Tree call, Tree loop) {
    if ((loop instanceof EnhancedForLoopTree each
            && unit.tree().isInside(call, each.getExpression()))
        || (loop instanceof ForLoopTree counting
            && counting.getInitializer().stream().anyMatch(s -> unit.tree().isInside(call, s)))) {
      return false;
    }
    Tree body = unit.bodies().around(loop);
    Optional<Flow> flow = body instanceof ClassTree ? Optional.empty() : unit.flow(body);
    if (flow.isEmpty()) {
      return true;
    }
    boolean[] found = {false, false};
    boolean walked =
        unit.paths()
            .walk(
                flow.get(),
                false,
                (step, made, fails) -> {
                  if (step.node() == call && step.kind() == Flow.Kind.CALL) {
                    found[0] = true;
                    found[1] |= made;
                    return !fails || made;
                  }
                  return made && !(step.kind() == Flow.Kind.CALL && takesBack(step.node()));
                });
    return found[1] || !found[0] || !walked;
  }

  private boolean takesBack(Tree node) {
    return unit.calls().at(node).filter(call -> takesBack(call, 0)).isPresent();
  }

  /** Itself, or in a method of this file that it calls. */
  private boolean takesBack(Call call, int depth) {
    return TAKING_BACK.contains(call.name())
        || (depth < 2
            && unit.bodies()
                .called(call)
                .filter(
                    own ->
                        unit.calls().inside(own).stream()
                            .anyMatch(inner -> takesBack(inner, depth + 1)))
                .isPresent());
  }
}
