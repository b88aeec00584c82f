package dev.lastcall.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.Element;

/** Finds code that takes one lock and gives back another, so that the first stays locked. */
final class UnlockOfAnother implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0502",
          "unlock-of-another-lock",
          Severity.ERROR,
          "One lock is taken and another one given back.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    Locks locks = Locks.of(unit);
    for (Locks.Use release : locks.all()) {
      if (release.releases() && release.isOwned() && !release.call().isReference()) {
        new Release(unit, locks, release)
            .taken()
            .ifPresent(taken -> findings.accept(finding(unit, release.call(), taken.call())));
      }
    }
    for (Call call : unit.calls().named("unlockRead", "unlockWrite", "unlock")) {
      if (call.is(call.name(), "java.util.concurrent.locks.StampedLock")) {
        stamped(unit, call).ifPresent(taken -> findings.accept(finding(unit, call, taken)));
      }
    }
  }

  private static Finding finding(SourceUnit unit, Call release, Call taken) {
    String text = unit.tree().text(taken.node());
    return Finding.of(
            RULE,
            unit.tree().span(release.node()),
            unit.tree().text(release.node())
                + " does not give back what "
                + text
                + " took: it throws, and the other stays locked")
        .relatedTo(unit.tree().span(taken.node()), "taken here");
  }

  /** The stamp says which lock it is of, and which half. */
  private static Optional<Call> stamped(SourceUnit unit, Call release) {
    Optional<List<Call>> taken =
        release
            .argument(0)
            .map(
                stamp ->
                    unit.values().origins(stamp).stream()
                        .flatMap(origin -> unit.calls().at(origin).stream())
                        .toList());
    if (taken.isEmpty() || taken.get().isEmpty()) {
      return Optional.empty();
    }
    boolean wrong = taken.get().stream().allMatch(call -> isOther(unit, release, call));
    return wrong ? Optional.of(taken.get().get(0)) : Optional.empty();
  }

  private static boolean isOther(SourceUnit unit, Call release, Call taken) {
    if (!taken.isOn("java.util.concurrent.locks.StampedLock")
        || taken.receiver().isEmpty()
        || release.receiver().isEmpty()) {
      return false;
    }
    boolean read = taken.name().matches("(try)?[rR]eadLock.*");
    boolean write = taken.name().matches("(try)?[wW]riteLock.*");
    boolean half =
        (read && release.name().equals("unlockWrite"))
            || (write && release.name().equals("unlockRead"));
    Optional<LockName> one = LockName.of(unit, taken.receiver().get());
    Optional<LockName> other = LockName.of(unit, release.receiver().get());
    return half || ((read || write) && one.isPresent() && other.isPresent() && !one.equals(other));
  }

  /** One call that gives a lock back. */
  private record Release(SourceUnit unit, Locks locks, Locks.Use release) {
    Optional<Locks.Use> taken() {
      Tree body = unit.bodies().around(release.call().node());
      List<Locks.Use> here = locks.in(body);
      boolean got = here.stream().anyMatch(use -> use.acquires() && isSame(use, release));
      if (isHandedOn(body)) {
        return Optional.empty();
      }
      return here.stream()
          .filter(use -> !got || (!isSame(use, release) && isRightBefore(use)))
          .filter(use -> use.acquires() && use.isOwned())
          .filter(
              use ->
                  unit.tree().start(use.call().node()) < unit.tree().start(release.call().node()))
          .filter(this::isNeverReleased)
          .filter(this::belongs)
          .filter(use -> !isAlias(use.name(), release.name()))
          .findFirst();
    }

    /**
     * The acquisition is the statement before the try in whose finally block the release stands.
     */
    private boolean isRightBefore(Locks.Use acquire) {
      Optional<TryTree> guard = unit.tree().enclosing(release.call().node(), TryTree.class);
      Optional<BlockTree> block =
          guard.flatMap(found -> unit.tree().enclosing(found, BlockTree.class));
      if (block.isEmpty() || guard.get().getFinallyBlock() == null) {
        return false;
      }
      int index = block.get().getStatements().indexOf(guard.get());
      boolean behind = unit.tree().isInside(release.call().node(), guard.get().getFinallyBlock());
      return behind
          && index > 0
          && unit.tree()
              .isInside(acquire.call().node(), block.get().getStatements().get(index - 1));
    }

    private boolean isSame(Locks.Use one, Locks.Use other) {
      return one.name().equals(other.name());
    }

    private boolean isNeverReleased(Locks.Use acquire) {
      boolean own =
          locks.all().stream()
              .anyMatch(
                  use ->
                      use.releases()
                          && isSame(use, acquire)
                          && unit.tree()
                              .isInside(
                                  use.call().node(), unit.bodies().around(release.call().node())));
      return !own && !isGiven(acquire);
    }

    /** Somebody else is given the lock, and may give it back. */
    private boolean isGiven(Locks.Use acquire) {
      Tree body = unit.bodies().around(release.call().node());
      return unit.calls().inside(body).stream()
          .filter(call -> call.node() != acquire.call().node())
          .anyMatch(
              call ->
                  call.arguments().stream()
                          .anyMatch(
                              argument ->
                                  LockName.of(unit, argument)
                                      .filter(acquire.name()::equals)
                                      .isPresent())
                      || ownReleases(call, acquire));
    }

    private boolean ownReleases(Call call, Locks.Use acquire) {
      return unit.bodies()
          .called(call)
          .filter(
              method ->
                  locks.in(method).stream().anyMatch(use -> use.releases() && isSame(use, acquire))
                      || leavesHeld(method))
          .isPresent();
    }

    private boolean leavesHeld(MethodTree method) {
      List<Locks.Use> uses = locks.in(method).stream().filter(use -> isSame(use, release)).toList();
      return uses.stream().anyMatch(Locks.Use::acquires)
          && uses.stream().noneMatch(Locks.Use::releases);
    }

    /**
     * The release stands in the finally block of a try around or right behind the acquisition, or
     * ends the block of the acquisition.
     */
    private boolean belongs(Locks.Use acquire) {
      Tree taken = acquire.call().node();
      for (Tree above : unit.tree().ancestors(release.call().node())) {
        if (above instanceof MethodTree) {
          break;
        }
        if (above instanceof TryTree guard
            && guard.getFinallyBlock() != null
            && unit.tree().isInside(release.call().node(), guard.getFinallyBlock())) {
          return true;
        }
      }
      Optional<BlockTree> block = unit.tree().enclosing(taken, BlockTree.class);
      Tree parent = unit.tree().parent(release.call().node()).orElse(taken);
      boolean last =
          block.isPresent()
              && !block.get().getStatements().isEmpty()
              && block.get().getStatements().get(block.get().getStatements().size() - 1) == parent;
      return last && block.get().getStatements().size() > 2 && !isChange();
    }

    /** Methods that say that they go from one lock to the other. */
    private boolean isChange() {
      return unit.tree()
          .enclosing(release.call().node(), MethodTree.class)
          .filter(
              method ->
                  method
                      .getName()
                      .toString()
                      .matches(
                          "(?i).*(downgrade|upgrade|switch|swap|move|advance|next|hand|transfer|convert|lock).*"))
          .isPresent();
    }

    /** Hand over hand: one variable is given what is in the other. */
    private boolean isHandedOn(Tree body) {
      Optional<Element> root = release.name().root();
      return root.isPresent()
          && unit.variables().assigned(root.get()).stream()
              .filter(value -> unit.tree().isInside(value, body))
              .anyMatch(value -> unit.variables().named(value).isPresent());
    }

    private boolean isAlias(LockName one, LockName other) {
      return assignedNames(one, other) || assignedNames(other, one);
    }

    private boolean assignedNames(LockName one, LockName other) {
      List<ExpressionTree> assigned = one.root().map(unit.variables()::assigned).orElse(List.of());
      return assigned.stream()
          .anyMatch(
              value ->
                  value instanceof MethodInvocationTree
                      || LockName.of(unit, value).filter(other::equals).isPresent());
    }
  }
}
