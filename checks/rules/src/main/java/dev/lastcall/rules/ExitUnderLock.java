package dev.lastcall.rules;

import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds exits of a thread that holds a lock, which a hook may need. */
final class ExitUnderLock implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0403",
          "exit-under-lock",
          Severity.ERROR,
          "The process is ended by a thread that holds a lock, for which cleanup may wait.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    List<Call> exits = Exits.ordinary(unit);
    if (exits.isEmpty()) {
      return;
    }
    HeldLocks locks = new HeldLocks(unit);
    for (Call exit : exits) {
      if (Exits.waitedFor(unit, exit).isEmpty()) {
        for (Chains.Chain chain :
            Chains.to(unit, exit.node(), node -> Lambdas.of(unit, node).isOnSameThread())) {
          Optional<HeldLocks.Held> held =
              locks
                  .at(chain.last(), chain.outermost())
                  .filter(lock -> locks.isTakenByCleanup(lock) || !locks.isTakenOnlyHere(lock));
          int level = chain.nodes().size() - 1;
          held.ifPresent(
              lock -> findings.accept(finding(unit, Blame.on(unit, chain, level), lock, locks)));
        }
      }
    }
  }

  private static Finding finding(
      SourceUnit unit, Tree blamed, HeldLocks.Held held, HeldLocks locks) {
    boolean needed = locks.isTakenByCleanup(held);
    String who = needed ? "cleanup in this file needs, and neither ends" : "cleanup may need";
    return Finding.of(
            RULE,
            unit.tree().span(blamed),
            "the exit waits for the hooks while this thread holds a lock that " + who)
        .with(needed ? Severity.ERROR : Severity.WARNING)
        .relatedTo(unit.tree().span(held.where()), "is held since here");
  }
}
