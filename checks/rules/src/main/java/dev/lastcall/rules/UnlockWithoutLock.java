package dev.lastcall.rules;

import com.sun.source.tree.Tree;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceTree;
import dev.lastcall.source.SourceUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds locks and permits that are given back on a way on which they were not got. */
final class UnlockWithoutLock implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0501",
          "unlock-without-lock",
          Severity.WARNING,
          "A lock or a permit is given back where it may not have been got.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    Locks locks = Locks.of(unit);
    if (locks.all().isEmpty()) {
      return;
    }
    new StrangeThread(unit, locks).check(RULE, findings);
    Set<Tree> bodies = new LinkedHashSet<>();
    locks.all().forEach(use -> bodies.add(unit.bodies().around(use.call().node())));
    locks.all().stream()
        .filter(Locks.Use::acquires)
        .map(use -> unit.bodies().around(use.call().node()))
        .flatMap(body -> callers(unit, body).stream())
        .forEach(bodies::add);
    for (Tree body : bodies) {
      names(unit, locks, body).forEach(name -> new Body(unit, locks, body, name).report(findings));
    }
  }

  /** Methods that take a lock by a method of their own class. */
  private static Set<Tree> callers(SourceUnit unit, Tree body) {
    Set<Tree> callers = new LinkedHashSet<>();
    if (body instanceof com.sun.source.tree.MethodTree method) {
      unit.calls().named(method.getName().toString()).stream()
          .filter(call -> unit.bodies().called(call).filter(found -> found == body).isPresent())
          .forEach(call -> callers.add(unit.bodies().around(call.node())));
    }
    return callers;
  }

  private static Set<LockName> names(SourceUnit unit, Locks locks, Tree body) {
    Set<LockName> names = new LinkedHashSet<>();
    locks.in(body).stream()
        .filter(use -> !use.kind().equals("holds"))
        .forEach(use -> names.add(use.name()));
    unit.calls().inside(body).stream()
        .flatMap(call -> unit.bodies().called(call).stream())
        .flatMap(called -> locks.in(called).stream())
        .filter(use -> use.acquires() && use.name().local().isEmpty())
        .forEach(use -> names.add(use.name()));
    return names;
  }

  /** One lock in one body. */
  private record Body(SourceUnit unit, Locks locks, Tree body, LockName name) {
    void report(Consumer<Finding> findings) {
      Map<Tree, Set<Hold>> released = new LockWalk(unit, locks, name).from(body);
      released.forEach(
          (release, holds) ->
              wrong(release, holds).ifPresent(hold -> findings.accept(finding(release, hold))));
    }

    private Optional<Hold> wrong(Tree release, Set<Hold> holds) {
      List<Tree> before =
          locks.in(body).stream()
              .filter(use -> use.acquires() && use.name().equals(name))
              .map(use -> use.call().node())
              .filter(acquire -> unit.tree().start(acquire) < unit.tree().start(release))
              .toList();
      if (new Guards(unit, locks).isGuardedOtherwise(release, before)) {
        return Optional.empty();
      }
      if (isCounted(release)) {
        return Optional.empty();
      }
      boolean got = LockWalk.kinds(holds).contains(Hold.Kind.HELD);
      return holds.stream()
          .filter(
              hold ->
                  switch (hold.kind()) {
                    case DENIED -> got || isOwned() || isThrown(hold);
                    case MAYBE -> true;
                    case FREE -> got && !before.isEmpty();
                    case RELEASED -> isOnce();
                    case HELD, UNKNOWN -> false;
                  })
          .findFirst();
    }

    private boolean isOwned() {
      return locks.all().stream().anyMatch(use -> use.name().equals(name) && use.isOwned());
    }

    /** A permit that was refused may be made on purpose; one that was interrupted is not. */
    private boolean isThrown(Hold hold) {
      return hold.why() != null && locks.at(hold.why()).filter(use -> !use.tests()).isPresent();
    }

    /** Giving back in a loop of its own is counted by somebody else. */
    private boolean isCounted(Tree release) {
      return unit.tree().ancestors(release).stream()
          .takeWhile(above -> above != body)
          .filter(SourceTree::isLoop)
          .anyMatch(loop -> !acquiresIn(loop));
    }

    /**
     * Whether it is given back one by one, and nothing else is left locked for which this is a
     * mistake.
     */
    private boolean isOnce() {
      boolean several =
          locks.all().stream()
              .anyMatch(
                  use ->
                      use.name().equals(name)
                          && !use.isOwned()
                          && !use.call().arguments().isEmpty());
      List<Locks.Use> here = locks.in(body);
      boolean other =
          here.stream()
              .filter(Locks.Use::acquires)
              .anyMatch(
                  taken ->
                      here.stream()
                          .noneMatch(use -> use.releases() && use.name().equals(taken.name())));
      return !several && !other;
    }

    private boolean acquiresIn(Tree loop) {
      return locks.in(body).stream()
          .anyMatch(
              use ->
                  use.acquires()
                      && use.name().equals(name)
                      && unit.tree().isInside(use.call().node(), loop));
    }

    private Finding finding(Tree release, Hold hold) {
      String what =
          switch (hold.kind()) {
            case DENIED -> "also runs when it was not got";
            case MAYBE -> "runs whether it was got or not, because nobody looks at the result";
            case RELEASED -> "runs a second time on one way";
            default -> "also runs when what stands before the acquisition fails or skips it";
          };
      Finding finding =
          Finding.of(RULE, unit.tree().span(release), unit.tree().text(release) + " " + what);
      Tree why = hold.why();
      return why == null ? finding : finding.relatedTo(unit.tree().span(why), "not got here");
    }
  }
}
