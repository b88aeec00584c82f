package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds cleanup that waits for the result of asynchronous work without a limit. */
final class UnboundedFuture implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0202",
          "unbounded-future-in-cleanup",
          Severity.ERROR,
          "Cleanup waits for an asynchronous result without a limit.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    if (unit.places().isEmpty()) {
      return;
    }
    LimitedFutures limited = new LimitedFutures(unit);
    for (Call call : unit.calls().about("future")) {
      UnboundedWaits.fact(unit, "future", call)
          .ifPresent(fact -> check(unit, call, Awaited.subject(fact, call), limited, findings));
    }
  }

  private static void check(
      SourceUnit unit,
      Call call,
      Optional<ExpressionTree> subject,
      LimitedFutures limited,
      Consumer<Finding> findings) {
    UnboundedWaits.reach(unit, call, subject)
        .filter(reach -> subject.filter(limited::contain).isEmpty())
        .filter(reach -> !limited.isMapped(call))
        .map(
            reach ->
                UnboundedWaits.finding(
                    unit, RULE, call, reach, call.name() + "() waits for a result without a limit"))
        .ifPresent(findings);
  }
}
