package dev.lastcall.rules;

import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds cleanup that waits for a thread, a latch, a lock or a process without a limit. */
final class UnboundedWait implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0201",
          "unbounded-wait-in-cleanup",
          Severity.ERROR,
          "Cleanup waits for something without a limit.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (Call call : unit.calls().all()) {
      if (unit.facts().about("wait", call).filter(fact -> fact.limit().isEmpty()).isPresent()) {
        Optional<Places.Reach> reach = unit.places().of(call.node());
        reach.ifPresent(found -> findings.accept(finding(unit, call, found)));
      }
    }
  }

  private static Finding finding(SourceUnit unit, Call call, Places.Reach reach) {
    Severity severity = reach.place() == Place.CLOSE ? Severity.WARNING : Severity.ERROR;
    return Finding.of(RULE, unit.tree().span(call.node()), call.name() + "() waits without a limit")
        .with(severity)
        .relatedTo(unit.tree().span(reach.root()), "runs as cleanup because of this");
  }
}
