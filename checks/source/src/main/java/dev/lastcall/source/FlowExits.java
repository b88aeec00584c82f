package dev.lastcall.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import java.util.List;
import java.util.function.Consumer;

/** Lays out blocks that are left in more than one way: by their end, by an exception, by a jump. */
final class FlowExits {
  private final FlowSteps steps;
  private final Handlers handlers;
  private final Thrown thrown;
  private final Consumer<Tree> code;

  /**
   * Prepares.
   *
   * @param steps takes the steps
   * @param thrown knows which clause takes what
   * @param code lays out statements and expressions
   */
  FlowExits(FlowSteps steps, Thrown thrown, Consumer<Tree> code) {
    this.steps = steps;
    this.handlers = steps.handlers();
    this.thrown = thrown;
    this.code = code;
  }

  /** Goes through what has to happen between here and the target, and returns where that ended. */
  List<Flow.Step> jump(Handlers.Handler target) {
    for (Handlers.Leaving block : handlers.leavingTo(target)) {
      handlers.during(block, () -> leave(block.node()));
    }
    return steps.end();
  }

  /** Lays out a try with its resources and clauses, but not what stands behind it in any case. */
  void caught(TryTree node) {
    Handlers.Handler handler = handlers.enter(node, Handlers.Role.CATCHES);
    resources(node, 0);
    handlers.leave();
    List<Flow.Step> ended = steps.end();
    for (CatchTree clause : node.getCatches()) {
      Flow.Step caught = steps.add(Flow.Kind.CATCH, clause);
      handler.thrown().stream()
          .filter(step -> thrown.canCatch(clause, step))
          .forEach(step -> steps.flow().connectFailure(step, caught));
      code.accept(clause.getBlock());
      ended.addAll(steps.end());
    }
    handler.thrown().stream()
        .filter(step -> thrown.passes(node.getCatches(), step))
        .forEach(handlers::fails);
    steps.join(ended);
  }

  private void resources(TryTree node, int index) {
    if (index == node.getResources().size()) {
      code.accept(node.getBlock());
      return;
    }
    Tree resource = node.getResources().get(index);
    code.accept(resource);
    guarded(resource, () -> resources(node, index + 1));
  }

  /** Runs a block, and what has to happen behind it, whichever way it is left. */
  void guarded(Tree behind, Runnable block) {
    Handlers.Handler handler = handlers.enter(behind, Handlers.Role.BEHIND);
    block.run();
    handlers.leave();
    leave(behind);
    List<Flow.Step> normal = steps.end();
    if (!handler.thrown().isEmpty()) {
      Flow.Step failed = steps.add(Flow.Kind.JOIN, behind);
      handler.thrown().forEach(step -> steps.flow().connectFailure(step, failed));
      leave(behind);
      if (steps.isReached()) {
        steps.addFailing(Flow.Kind.THROW, behind);
      }
    }
    steps.continueFrom(normal);
  }

  private void leave(Tree behind) {
    if (behind instanceof SynchronizedTree) {
      steps.add(Flow.Kind.UNLOCK, behind);
    } else if (behind instanceof BlockTree) {
      code.accept(behind);
    } else {
      steps.addFailing(Flow.Kind.CLOSE, behind);
    }
  }
}
