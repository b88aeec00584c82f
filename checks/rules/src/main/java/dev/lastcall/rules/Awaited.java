package dev.lastcall.rules;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Facts;
import dev.lastcall.source.Flow;
import dev.lastcall.source.SourceUnit;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what a call waits for is over already whenever the call is made. */
final class Awaited {
  private static final Set<String> OVER_IF_TRUE =
      Set.of(
          "isDone",
          "isTerminated",
          "isCancelled",
          "isCompletedExceptionally",
          "isCompletedNormally",
          "isSuccess");
  private static final Set<String> OVER_IF_FALSE = Set.of("isAlive", "isEmpty");
  private static final Set<String> ENDING =
      Set.of(
          "complete",
          "completeExceptionally",
          "cancel",
          "obtrudeValue",
          "destroyForcibly",
          "set",
          "setException");
  private static final Set<String> LIMITING = Set.of("orTimeout", "completeOnTimeout");

  private final SourceUnit unit;
  private final Call wait;
  private final ExpressionTree subject;

  private Awaited(SourceUnit unit, Call wait, ExpressionTree subject) {
    this.unit = unit;
    this.wait = wait;
    this.subject = subject;
  }

  /**
   * {@return whether every way to a wait passes something that ends, or limits, what is waited for}
   */
  static boolean isOver(SourceUnit unit, Call wait, ExpressionTree subject) {
    return new Awaited(unit, wait, subject).isOver();
  }

  private boolean isOver() {
    if (subject.toString().contains("destroyForcibly()") || isFiltered()) {
      return true;
    }
    for (Tree at : unit.tree().ancestors(wait.node())) {
      boolean body = at instanceof MethodTree || at instanceof LambdaExpressionTree;
      if (body && unit.flow(at).filter(flow -> isCutOff(flow, wanted(at))).isPresent()) {
        return true;
      }
      if (at instanceof MethodTree || (body && !unit.places().isInline(at))) {
        return false;
      }
    }
    return false;
  }

  /** The call itself, or the one that runs the lambda in which it is. */
  private Tree wanted(Tree body) {
    Tree wanted = wait.node();
    for (Tree at : unit.tree().ancestors(wait.node())) {
      if (at == body) {
        return wanted;
      }
      if (at instanceof LambdaExpressionTree) {
        wanted = unit.tree().parent(at).orElse(wanted);
      }
    }
    return wanted;
  }

  /** Whether no way leads to a step of a flow that is in it. */
  private boolean isCutOff(Flow flow, Tree wanted) {
    boolean handedOn = wait.isReference() && wanted == wait.node();
    Tree node = handedOn ? unit.tree().parent(wanted).orElse(wanted) : wanted;
    if (flow.steps().stream().noneMatch(step -> step.node() == node)) {
      return false;
    }
    boolean[] reached = {false};
    boolean complete =
        unit.paths()
            .walk(
                flow,
                true,
                (step, state, fails) -> {
                  reached[0] |= step.node() == node;
                  return (reached[0] || endsWaiting(step, fails)) ? null : state;
                });
    return complete && !reached[0];
  }

  /** {@code futures.filter(Future::isDone).map(Future::join)}. */
  private boolean isFiltered() {
    Tree at = wait.node();
    while (at instanceof MemberReferenceTree
        || at instanceof LambdaExpressionTree
        || at == wait.node()) {
      Optional<Tree> parent = unit.tree().parent(at);
      Optional<Call> outer = parent.flatMap(unit.calls()::at);
      if (outer.isPresent()) {
        return outer
            .get()
            .receiver()
            .filter(chain -> chain.toString().contains("isDone"))
            .isPresent();
      }
      if (parent.isEmpty() || !(parent.get() instanceof LambdaExpressionTree)) {
        return false;
      }
      at = parent.get();
    }
    return false;
  }

  private boolean endsWaiting(Flow.Step step, boolean fails) {
    boolean isTrue = step.kind() == Flow.Kind.TRUE;
    boolean isFalse = step.kind() == Flow.Kind.FALSE;
    if ((isTrue || isFalse) && step.node() instanceof BinaryTree comparison) {
      return Comparisons.tellsEnd(comparison, isTrue, this::isSubject);
    }
    Optional<Call> call = unit.calls().at(step.node());
    if (call.isEmpty() || fails) {
      return false;
    }
    if (isTrue || isFalse) {
      Set<String> telling = isTrue ? OVER_IF_TRUE : OVER_IF_FALSE;
      return isOfSubject(call.get())
          && (telling.contains(call.get().name()) || (isTrue && isBounded(call.get())));
    }
    return step.kind() == Flow.Kind.CALL && ends(call.get());
  }

  private boolean ends(Call call) {
    if (isOfSubject(call)) {
      return ENDING.contains(call.name())
          || LIMITING.contains(call.name())
          || call.is("run", "java.util.concurrent.FutureTask")
          || (call.name().equals("countDown") && countsOnce(call))
          || call.is("release", "java.util.concurrent.Semaphore")
          || (returnsValue(call) && isBounded(call));
    }
    return call.isOn("java.util.concurrent.Future")
        && isBounded(call)
        && returnsValue(call)
        && call.receiver().filter(this::isAllOf).isPresent();
  }

  /** A limited wait for all futures together leaves nothing to wait for with each of them. */
  private boolean isAllOf(ExpressionTree receiver) {
    for (ExpressionTree origin : unit.values().origins(receiver)) {
      if (origin.toString().contains("allOf(") || origin.toString().contains("allAsList(")) {
        return true;
      }
    }
    return false;
  }

  private boolean countsOnce(Call countDown) {
    List<ExpressionTree> origins =
        countDown.receiver().map(unit.values()::origins).map(List::copyOf).orElse(List.of());
    if (origins.size() == 1
        && origins.get(0) instanceof NewClassTree latch
        && latch.getArguments().size() == 1) {
      Optional<BigInteger> count = unit.amounts().number(latch.getArguments().get(0));
      return count.isEmpty() || count.get().equals(BigInteger.ONE);
    }
    return true;
  }

  private boolean isBounded(Call call) {
    return unit.facts()
        .about("bound", call)
        .filter(fact -> fact.words().contains("done"))
        .isPresent();
  }

  /** A boolean result says whether it is over; any other is there only if it is. */
  private static boolean returnsValue(Call call) {
    return call.name().equals("get") || call.name().startsWith("block");
  }

  private boolean isOfSubject(Call call) {
    return call.receiver().filter(this::isSubject).isPresent();
  }

  private boolean isSubject(ExpressionTree other) {
    return unit.values().isSame(other, subject);
  }

  /** {@return what a call waits for: its receiver, or the argument that the fact names} */
  static Optional<ExpressionTree> subject(Facts.Fact fact, Call call) {
    return Bounds.argument(fact, call, "of").or(call::receiver);
  }
}
