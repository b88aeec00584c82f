package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.VariableElement;

/** Finds calls of {@code System.exit} on a thread that the exit itself waits for. */
final class ExitInHook implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0401",
          "exit-in-hook",
          Severity.ERROR,
          "Cleanup that runs during the exit calls for the exit, and waits for itself.");
  private static final String MESSAGE =
      "() never returns on a thread that the exit waits for: the process hangs until it is killed";

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    List<Call> exits = Exits.ordinary(unit);
    for (Call exit : exits) {
      Optional<Places.Reach> reach = Exits.waitedFor(unit, exit);
      List<Chains.Chain> ways = Exits.fromCleanup(unit, exit);
      boolean excused =
          !ways.isEmpty() && ways.stream().allMatch(chain -> Excuses.keep(unit, chain));
      if (reach.isPresent() && !excused) {
        findings.accept(
            finding(unit, exit)
                .relatedTo(
                    unit.tree().span(reach.get().root()), "runs during the exit because of this"));
      }
    }
    if (!exits.isEmpty()) {
      handlersOfHooks(unit, exits, findings);
    }
  }

  private static Finding finding(SourceUnit unit, Call exit) {
    return Finding.of(RULE, unit.tree().span(exit.node()), exit.name() + MESSAGE);
  }

  /** A hook's own handler of uncaught exceptions runs on the hook's thread. */
  private static void handlersOfHooks(
      SourceUnit unit, List<Call> exits, Consumer<Finding> findings) {
    for (Call setting :
        unit.calls().named("setUncaughtExceptionHandler", "uncaughtExceptionHandler")) {
      if (setting.arguments().size() == 1 && isOfHook(unit, setting)) {
        Set<Tree> bodies = unit.bodies().of(setting.arguments().get(0));
        for (Call exit : exits) {
          if (Chains.to(
                  unit,
                  exit.node(),
                  lambda -> !bodies.contains(lambda) && unit.places().isInline(lambda))
              .stream()
              .anyMatch(chain -> bodies.contains(chain.outermost()))) {
            findings.accept(
                finding(unit, exit)
                    .relatedTo(unit.tree().span(setting.node()), "runs on the hook's thread"));
          }
        }
      }
    }
  }

  private static boolean isOfHook(SourceUnit unit, Call setting) {
    Optional<VariableElement> thread = setting.receiver().flatMap(unit.values()::root);
    for (Call call : unit.places().registrations()) {
      if (unit.places().registration(call).filter(place -> place == Place.HOOK).isPresent()) {
        for (ExpressionTree argument : call.arguments()) {
          boolean same = thread.isPresent() && thread.equals(unit.values().root(argument));
          boolean inside =
              unit.values().origins(argument).stream()
                  .anyMatch(origin -> unit.tree().isInside(setting.node(), origin));
          if (same || inside) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
