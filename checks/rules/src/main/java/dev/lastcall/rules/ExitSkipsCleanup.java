package dev.lastcall.rules;

import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds exits from inside a {@code try} whose cleanup they skip. */
final class ExitSkipsCleanup implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0402",
          "exit-skips-cleanup",
          Severity.WARNING,
          "The process is ended inside a try, whose resources and finally block are skipped.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (Call exit : Exits.ordinary(unit)) {
      if (Exits.waitedFor(unit, exit).isEmpty()) {
        for (Chains.Chain chain :
            Chains.to(unit, exit.node(), node -> Lambdas.of(unit, node).isOnSameThread())) {
          int level = chain.nodes().size() - 1;
          Optional<Tree> skipped = Pending.at(unit, chain.last(), chain.outermost());
          skipped.ifPresent(
              cleanup ->
                  findings.accept(finding(unit, exit, Blame.on(unit, chain, level), cleanup)));
        }
      }
    }
  }

  private static Finding finding(SourceUnit unit, Call exit, Tree blamed, Tree cleanup) {
    boolean here = blamed == exit.node();
    String who = here ? exit.name() + "()" : "the exit in this call";
    return Finding.of(
            RULE,
            unit.tree().span(blamed),
            who + " does not return, so what stands to be cleaned up here is not")
        .relatedTo(unit.tree().span(cleanup), "is skipped");
  }
}
