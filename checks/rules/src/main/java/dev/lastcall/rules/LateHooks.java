package dev.lastcall.rules;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds hooks that are registered or removed when the exit has begun: both throw then. */
final class LateHooks {
  private static final Set<String> CAUGHT =
      Set.of(
          "java.lang.IllegalStateException",
          "java.lang.RuntimeException",
          "java.lang.Exception",
          "java.lang.Throwable");

  private LateHooks() {}

  static void find(SourceUnit unit, Consumer<Finding> findings) {
    if (unit.places().isEmpty()) {
      return;
    }
    for (Call call : unit.calls().about("unhooks", "hook", "deferred")) {
      boolean removal = unit.facts().about("unhooks", call).isPresent();
      if ((removal || isRegistration(unit, call)) && isTooLate(unit, call)) {
        String what = removal ? "hooks cannot be removed" : "hooks cannot be registered";
        findings.accept(
            Finding.of(
                    HookRule.MISUSE,
                    unit.tree().span(call.node()),
                    call.name()
                        + "() throws an IllegalStateException: "
                        + what
                        + " once the exit has begun")
                .relatedTo(
                    unit.tree().span(Exits.waitedFor(unit, call).orElseThrow().root()),
                    "runs during the exit because of this"));
      }
    }
  }

  private static boolean isRegistration(SourceUnit unit, Call call) {
    Optional<Place> place = unit.places().registration(call);
    return place.filter(found -> found == Place.HOOK || found == Place.DEFERRED).isPresent();
  }

  private static boolean isTooLate(SourceUnit unit, Call call) {
    if (Exits.waitedFor(unit, call).isEmpty() || isCaught(unit, call.node())) {
      return false;
    }
    List<Chains.Chain> ways = Exits.fromCleanup(unit, call);
    return ways.isEmpty()
        || ways.stream()
            .anyMatch(
                chain ->
                    !Excuses.keep(unit, chain)
                        && chain.nodes().stream().noneMatch(node -> isCaught(unit, node)));
  }

  /** Whether a clause around a node, in the same method, takes what says that it is too late. */
  private static boolean isCaught(SourceUnit unit, Tree node) {
    Tree child = node;
    for (Tree at : unit.tree().ancestors(node)) {
      if (at instanceof TryTree attempt
          && child == attempt.getBlock()
          && attempt.getCatches().stream().anyMatch(clause -> takes(unit, clause))) {
        return true;
      }
      boolean edge = at instanceof MethodTree || at instanceof ClassTree;
      if (edge || at instanceof LambdaExpressionTree) {
        return false;
      }
      child = at;
    }
    return false;
  }

  private static boolean takes(SourceUnit unit, CatchTree clause) {
    Tree type = clause.getParameter().getType();
    List<? extends Tree> types =
        type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
    return types.stream().anyMatch(one -> CAUGHT.contains(unit.types().written(one)));
  }
}
