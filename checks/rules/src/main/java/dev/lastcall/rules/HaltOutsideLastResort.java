package dev.lastcall.rules;

import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.function.Consumer;

/** Finds processes that are ended without their hooks although nothing has gone wrong before. */
final class HaltOutsideLastResort implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0404",
          "halt-outside-last-resort",
          Severity.WARNING,
          "The process is halted without its cleanup, where an ordinary exit would do.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (Call halt : Exits.halts(unit)) {
      boolean justified =
          Chains.to(unit, halt.node(), node -> Lambdas.of(unit, node).isOnSameThread()).stream()
              .anyMatch(chain -> LastResort.is(unit, chain));
      if (!justified) {
        String what =
            Exits.waitedFor(unit, halt).isPresent()
                ? "() cuts off the hooks that are still running"
                : "() ends the process without any of its hooks";
        findings.accept(Finding.of(RULE, unit.tree().span(halt.node()), halt.name() + what));
      }
    }
  }
}
