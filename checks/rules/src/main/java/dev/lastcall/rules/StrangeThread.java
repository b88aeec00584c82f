package dev.lastcall.rules;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Locks that a thread gives back which never took them: that of a hook, or of a task. */
final class StrangeThread {
  private final SourceUnit unit;
  private final Locks locks;

  StrangeThread(SourceUnit unit, Locks locks) {
    this.unit = unit;
    this.locks = locks;
  }

  void check(Rule rule, Consumer<Finding> findings) {
    Guards guards = new Guards(unit, locks);
    for (Locks.Use use : locks.all()) {
      Tree node = use.call().node();
      boolean bare = use.releases() && use.isOwned() && !guards.isGuardedOtherwise(node, List.of());
      if (bare && !isHeldSomewhere(use)) {
        strange(use)
            .ifPresent(
                place ->
                    findings.accept(
                        Finding.of(rule, unit.tree().span(node), message(use))
                            .relatedTo(
                                unit.tree().span(place),
                                "the thread that runs this never took it")));
      }
    }
  }

  private String message(Locks.Use use) {
    return unit.tree().text(use.call().node())
        + (use.call().isReference() ? " is run" : " runs")
        + " by a thread that does not have the lock, and throws";
  }

  /** {@code isHeldByCurrentThread()} is asked in the same body. */
  private boolean isHeldSomewhere(Locks.Use use) {
    Tree body = unit.bodies().around(use.call().node());
    return locks.in(body).stream()
        .anyMatch(other -> other.kind().equals("holds") && other.name().isPartOf(use.name()));
  }

  private Optional<Tree> strange(Locks.Use use) {
    Optional<Places.Reach> reach =
        unit.places()
            .of(use.call().node())
            .filter(found -> found.place() == Place.HOOK || found.place() == Place.SIGNAL);
    if (reach.isPresent()) {
      boolean taken =
          locks.all().stream()
              .filter(other -> other.acquires() && other.name().equals(use.name()))
              .map(other -> unit.places().of(other.call().node()))
              .anyMatch(
                  other -> other.filter(found -> found.root() == reach.get().root()).isPresent());
      return taken ? Optional.empty() : reach.map(Places.Reach::root);
    }
    return task(use);
  }

  /**
   * The lambda or reference in which the release stands is run by another thread, and the thread
   * that makes it took the lock.
   */
  private Optional<Tree> task(Locks.Use use) {
    Tree node = use.call().node();
    Tree task = use.call().isReference() ? node : unit.bodies().around(node);
    Optional<Tree> given = unit.tree().parent(task).filter(MethodInvocationTree.class::isInstance);
    boolean lambda = task instanceof LambdaExpressionTree || use.call().isReference();
    Optional<Call> call = given.flatMap(unit.calls()::at);
    if (!lambda || call.filter(this::isElsewhere).isEmpty()) {
      return Optional.empty();
    }
    boolean takenInside =
        locks.in(task).stream()
            .anyMatch(other -> other.acquires() && other.name().equals(use.name()));
    Tree around = unit.bodies().around(task);
    boolean takenOutside =
        locks.in(around).stream()
            .anyMatch(other -> other.acquires() && other.name().equals(use.name()));
    return takenOutside && !takenInside ? given : Optional.empty();
  }

  private boolean isElsewhere(Call call) {
    return unit.facts().about("thread", call).isPresent()
        || unit.facts().about("thread", call.name(), call.arity(), Set.of("*")).isPresent();
  }
}
