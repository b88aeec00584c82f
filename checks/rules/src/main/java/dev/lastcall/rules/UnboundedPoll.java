package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds cleanup that asks again and again, or tries again and again, without a deadline. */
final class UnboundedPoll implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0302",
          "unbounded-poll-in-cleanup",
          Severity.WARNING,
          "Cleanup asks or tries again and again without a deadline.");

  private static final Set<String> REMOVING =
      Set.of(
          "poll",
          "pollFirst",
          "pollLast",
          "remove",
          "removeFirst",
          "removeLast",
          "pop",
          "take",
          "next",
          "drainTo",
          "clear",
          "readLine",
          "read");

  /** Names of methods that do a part of the work, so that a loop without a body is not idle. */
  private static final Pattern PROGRESS =
      Pattern.compile(
          "^(poll|remove|pop|take|next|read|try|run|process|drain|flush|write|send|execute|add|offer|find|skip|advance|compareAndSet|getAnd|clear)|AndGet$");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    if (unit.places().isEmpty()) {
      return;
    }
    for (Loop loop : Loop.all(unit)) {
      Optional<Places.Reach> reach = unit.places().of(loop.node());
      Optional<String> what = reach.isPresent() ? what(unit, loop) : Optional.empty();
      if (reach.isPresent() && what.isPresent() && !isLimited(unit, loop)) {
        findings.accept(finding(unit, loop.node(), reach.get(), "this loop " + what.get()));
      }
    }
    for (MethodTree method : unit.tree().all(Tree.Kind.METHOD, MethodTree.class)) {
      checkRecursion(unit, method, findings);
    }
  }

  private static Finding finding(SourceUnit unit, Tree node, Places.Reach reach, String what) {
    return Finding.of(RULE, unit.tree().span(node), what + " without a deadline")
        .relatedTo(unit.tree().span(reach.root()), "runs as cleanup because of this");
  }

  /** A method that calls itself, behind a pause or where it has failed, is a loop as well. */
  private static void checkRecursion(
      SourceUnit unit, MethodTree method, Consumer<Finding> findings) {
    Optional<Places.Reach> reach = unit.places().of(method);
    if (method.getBody() == null || reach.isEmpty()) {
      return;
    }
    Loop loop = new Loop(method, Optional.empty(), method.getBody());
    Deadlines deadlines = new Deadlines(unit, loop);
    List<Call> calls = loop.calls(unit);
    boolean pauses = calls.stream().anyMatch(call -> Bounds.fact(unit, "pause", call).isPresent());
    boolean tests =
        unit.tree().all(Tree.Kind.IF, IfTree.class).stream()
            .filter(choice -> loop.isMadeBy(unit, choice))
            .anyMatch(choice -> deadlines.appearIn(choice.getCondition()));
    for (Call call : calls) {
      boolean again = unit.bodies().called(call).filter(called -> called == method).isPresent();
      boolean counts =
          call.arguments().stream().anyMatch(given -> !(given instanceof IdentifierTree));
      boolean failed =
          unit.tree()
              .enclosing(call.node(), CatchTree.class)
              .filter(at -> unit.tree().isInside(at, method))
              .isPresent();
      if (again && !counts && !tests && (pauses || failed)) {
        findings.accept(
            finding(unit, call.node(), reach.get(), "this method tries again by calling itself"));
      }
    }
  }

  /** What a loop does that can go on for ever. */
  private static Optional<String> what(SourceUnit unit, Loop loop) {
    List<Call> calls = loop.calls(unit);
    if (calls.stream()
        .anyMatch(call -> pauses(unit, call, 2) && !isInUnlimited(unit, loop, call))) {
      return Optional.of("waits");
    }
    if (isEmpty(loop.body())
        && loop.condition().isPresent()
        && calls.stream().noneMatch(UnboundedPoll::makesProgress)) {
      return Optional.of("spins");
    }
    return Retries.isRetry(unit, loop) ? Optional.of("tries again") : Optional.empty();
  }

  /** A loop inside, which is reported itself. */
  private static boolean isInUnlimited(SourceUnit unit, Loop loop, Call call) {
    return Loop.all(unit).stream()
        .filter(
            inner -> inner.node() != loop.node() && unit.tree().isInside(inner.node(), loop.node()))
        .filter(inner -> unit.tree().isInside(call.node(), inner.node()))
        .anyMatch(inner -> !isLimited(unit, inner));
  }

  private static boolean pauses(SourceUnit unit, Call call, int depth) {
    if (Bounds.fact(unit, "pause", call).isPresent()) {
      return true;
    }
    Optional<MethodTree> own = unit.bodies().called(call);
    return depth > 0
        && own.isPresent()
        && unit.calls().inside(own.get()).stream()
            .anyMatch(
                inner ->
                    unit.bodies().around(inner.node()) == own.get()
                        && pauses(unit, inner, depth - 1));
  }

  private static boolean makesProgress(Call call) {
    return PROGRESS.matcher(call.name()).find();
  }

  private static boolean isLimited(SourceUnit unit, Loop loop) {
    Deadlines deadlines = new Deadlines(unit, loop);
    if (loop.condition().filter(deadlines::end).isPresent()
        || Retries.leaves(loop.body())
        || isDrain(unit, loop)) {
      return true;
    }
    for (IfTree choice : unit.tree().all(Tree.Kind.IF, IfTree.class)) {
      if (loop.isMadeBy(unit, choice)
          && (canLeave(unit, loop, choice.getThenStatement())
              || canLeave(unit, loop, choice.getElseStatement()))
          && deadlines.appearIn(choice.getCondition())) {
        return true;
      }
    }
    return false;
  }

  private static boolean canLeave(SourceUnit unit, Loop loop, @Nullable StatementTree branch) {
    if (branch == null) {
      return false;
    }
    boolean[] leaves = {false};
    for (Tree.Kind kind : List.of(Tree.Kind.BREAK, Tree.Kind.RETURN, Tree.Kind.THROW)) {
      for (StatementTree jump : unit.tree().all(kind, StatementTree.class)) {
        leaves[0] |= unit.tree().isInside(jump, branch) && loop.isMadeBy(unit, jump);
      }
    }
    return leaves[0] || branch.toString().contains(".halt(");
  }

  /** A loop that takes out what it tests for. */
  private static boolean isDrain(SourceUnit unit, Loop loop) {
    if (loop.condition().isEmpty()) {
      return false;
    }
    boolean assigns =
        unit.tree().all(Tree.Kind.ASSIGNMENT, AssignmentTree.class).stream()
            .anyMatch(assignment -> unit.tree().isInside(assignment, loop.condition().get()));
    List<Call> tested =
        loop.calls(unit).stream()
            .filter(call -> unit.tree().isInside(call.node(), loop.condition().get()))
            .toList();
    return assigns
        || loop.calls(unit).stream()
            .filter(call -> REMOVING.contains(call.name()))
            .anyMatch(
                call ->
                    tested.stream()
                        .anyMatch(
                            test ->
                                test.receiver().isPresent()
                                    && call.receiver()
                                        .filter(
                                            on -> unit.values().isSame(on, test.receiver().get()))
                                        .isPresent()));
  }

  private static boolean isEmpty(StatementTree body) {
    return body instanceof EmptyStatementTree
        || (body instanceof BlockTree block && block.getStatements().isEmpty());
  }
}
