package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;

/** Loops that try something again when it has failed. */
final class Retries {
  private Retries() {}

  /** {@return whether a loop ends only when what it tries does not throw} */
  static boolean isRetry(SourceUnit unit, Loop loop) {
    Optional<VariableElement> tested =
        loop.condition().flatMap(condition -> unit.variables().named(withoutNot(condition)));
    if (loop.condition().isPresent() && tested.isEmpty()) {
      return false;
    }
    for (StatementTree statement : statements(loop.body())) {
      if (statement instanceof TryTree attempt
          && attempt.getCatches().stream().anyMatch(Retries::goesOn)
          && isWayOut(unit, loop, attempt.getBlock(), tested)) {
        return noOtherWayOut(unit, loop, attempt.getBlock(), tested);
      }
    }
    return false;
  }

  private static Tree withoutNot(Tree condition) {
    return condition instanceof UnaryTree not ? Values.bare(not.getExpression()) : condition;
  }

  /** {@return whether a statement always leaves the loop around it, if nobody interrupts} */
  static boolean leaves(StatementTree statement) {
    if (statement instanceof BlockTree block) {
      return block.getStatements().stream().anyMatch(Retries::leaves);
    }
    if (statement instanceof TryTree attempt) {
      boolean behind = attempt.getFinallyBlock() != null && leaves(attempt.getFinallyBlock());
      return behind
          || (leaves(attempt.getBlock())
              && attempt.getCatches().stream()
                  .allMatch(clause -> isInterrupt(clause) || leaves(clause.getBlock())));
    }
    return statement instanceof BreakTree
        || statement instanceof ReturnTree
        || statement instanceof ThrowTree;
  }

  private static boolean goesOn(CatchTree clause) {
    return !isInterrupt(clause) && !leaves(clause.getBlock());
  }

  private static boolean isInterrupt(CatchTree clause) {
    return clause.getParameter().getType().toString().endsWith("InterruptedException");
  }

  private static boolean isWayOut(
      SourceUnit unit, Loop loop, Tree part, Optional<VariableElement> tested) {
    return jumps(unit, loop).stream().anyMatch(jump -> unit.tree().isInside(jump, part))
        || assignments(unit, loop, tested).stream()
            .anyMatch(value -> unit.tree().isInside(value, part));
  }

  private static boolean noOtherWayOut(
      SourceUnit unit, Loop loop, Tree part, Optional<VariableElement> tested) {
    return jumps(unit, loop).stream().allMatch(jump -> unit.tree().isInside(jump, part))
        && assignments(unit, loop, tested).stream()
            .allMatch(value -> unit.tree().isInside(value, part));
  }

  private static List<Tree> jumps(SourceUnit unit, Loop loop) {
    return Stream.of(Tree.Kind.BREAK, Tree.Kind.RETURN, Tree.Kind.THROW)
        .flatMap(kind -> unit.tree().all(kind, Tree.class).stream())
        .filter(jump -> loop.isMadeBy(unit, jump) && !isInterrupted(unit, jump))
        .toList();
  }

  /** Behind an interrupt, on which nobody can count. */
  private static boolean isInterrupted(SourceUnit unit, Tree jump) {
    return unit.tree().enclosing(jump, CatchTree.class).filter(Retries::isInterrupt).isPresent();
  }

  private static List<Tree> assignments(
      SourceUnit unit, Loop loop, Optional<VariableElement> tested) {
    return unit.tree().all(Tree.Kind.ASSIGNMENT, AssignmentTree.class).stream()
        .filter(
            assignment ->
                tested.isPresent()
                    && unit.variables().named(assignment.getVariable()).equals(tested))
        .filter(assignment -> loop.isMadeBy(unit, assignment))
        .map(Tree.class::cast)
        .toList();
  }

  private static List<? extends StatementTree> statements(StatementTree body) {
    return body instanceof BlockTree block ? block.getStatements() : List.of(body);
  }
}
