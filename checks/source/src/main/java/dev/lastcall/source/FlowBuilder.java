package dev.lastcall.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays out the ways through a body. Each is used once. */
final class FlowBuilder extends TreeScanner<@Nullable Void, @Nullable Void> {
  /**
   * A body with more steps than this is not looked at: finally blocks inside one another multiply.
   */
  private static final int MOST_STEPS = 20_000;

  private final Flow flow = new Flow();
  private final Handlers handlers;
  private final Deque<Target> targets = new ArrayDeque<>();
  private List<Flow.Step> current = new ArrayList<>();
  private String label = "";

  private FlowBuilder(Handlers handlers) {
    this.handlers = handlers;
  }

  /** {@return the ways through a method or lambda; empty if it has no body or too many ways} */
  static Optional<Flow> of(Tree body, Calls calls, TypeNames types) {
    FlowBuilder builder = new FlowBuilder(new Handlers(calls, types));
    Tree code =
        body instanceof MethodTree method
            ? method.getBody()
            : body instanceof LambdaExpressionTree lambda ? lambda.getBody() : body;
    if (code == null) {
      return Optional.empty();
    }
    try {
      builder.build(body, code);
      return Optional.of(builder.flow);
    } catch (TooManySteps left) {
      return Optional.empty();
    }
  }

  private void build(Tree body, Tree code) {
    current.add(flow.add(Flow.Kind.ENTRY, body));
    Handlers.Handler whole = handlers.enter(body);
    targets.push(new Target(body, "", new ArrayList<>(), new ArrayList<>()));
    scan(code, null);
    List<Flow.Step> returned = targets.pop().breaks();
    handlers.leave();
    current.addAll(returned);
    add(Flow.Kind.END, body);
    Flow.Step failed = flow.add(Flow.Kind.FAILED, body);
    whole.thrown().forEach(step -> flow.connectFailure(step, failed));
  }

  private Flow.Step add(Flow.Kind kind, Tree node) {
    if (flow.steps().size() > MOST_STEPS) {
      throw new TooManySteps();
    }
    Flow.Step step = flow.add(kind, node);
    current.forEach(before -> flow.connect(before, step));
    current = new ArrayList<>(List.of(step));
    return step;
  }

  private void addFailing(Flow.Kind kind, Tree node) {
    handlers.fails(add(kind, node));
  }

  // Expressions.

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void nothing) {
    super.visitMethodInvocation(node, null);
    addFailing(Flow.Kind.CALL, node);
    return null;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void nothing) {
    scan(node.getEnclosingExpression(), null);
    scan(node.getArguments(), null);
    addFailing(Flow.Kind.CALL, node);
    return null;
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void nothing) {
    super.visitAssignment(node, null);
    add(Flow.Kind.ASSIGN, node);
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree node, @Nullable Void nothing) {
    if (node.getInitializer() != null) {
      scan(node.getInitializer(), null);
      add(Flow.Kind.ASSIGN, node);
    }
    return null;
  }

  @Override
  public @Nullable Void visitConditionalExpression(
      ConditionalExpressionTree node, @Nullable Void nothing) {
    Fork fork = condition(node.getCondition());
    current = fork.whenTrue();
    scan(node.getTrueExpression(), null);
    List<Flow.Step> first = current;
    current = fork.whenFalse();
    scan(node.getFalseExpression(), null);
    current.addAll(first);
    return null;
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree node, @Nullable Void nothing) {
    if (node.getKind() != Tree.Kind.CONDITIONAL_AND && node.getKind() != Tree.Kind.CONDITIONAL_OR) {
      return super.visitBinary(node, null);
    }
    Fork fork = condition(node);
    current = fork.whenTrue();
    current.addAll(fork.whenFalse());
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void nothing) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree node, @Nullable Void nothing) {
    return null;
  }

  // Conditions.

  private record Fork(List<Flow.Step> whenTrue, List<Flow.Step> whenFalse) {}

  private Fork condition(ExpressionTree written) {
    Tree node = Values.bare(written);
    if (node instanceof UnaryTree not && node.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      Fork fork = condition(not.getExpression());
      return new Fork(/* whenTrue= */ fork.whenFalse(), /* whenFalse= */ fork.whenTrue());
    }
    if (node instanceof LiteralTree literal && literal.getValue() instanceof Boolean always) {
      List<Flow.Step> here = current;
      return always ? new Fork(here, new ArrayList<>()) : new Fork(new ArrayList<>(), here);
    }
    if (node instanceof BinaryTree both && node.getKind() == Tree.Kind.CONDITIONAL_AND) {
      Fork left = condition(both.getLeftOperand());
      current = left.whenTrue();
      Fork right = condition(both.getRightOperand());
      right.whenFalse().addAll(left.whenFalse());
      return right;
    }
    if (node instanceof BinaryTree either && node.getKind() == Tree.Kind.CONDITIONAL_OR) {
      Fork left = condition(either.getLeftOperand());
      current = left.whenFalse();
      Fork right = condition(either.getRightOperand());
      right.whenTrue().addAll(left.whenTrue());
      return right;
    }
    scan(node, null);
    List<Flow.Step> before = current;
    add(Flow.Kind.TRUE, node);
    List<Flow.Step> whenTrue = current;
    current = before;
    add(Flow.Kind.FALSE, node);
    return new Fork(whenTrue, current);
  }

  // Choices and loops.

  @Override
  public @Nullable Void visitIf(IfTree node, @Nullable Void nothing) {
    Fork fork = condition(node.getCondition());
    current = fork.whenTrue();
    scan(node.getThenStatement(), null);
    List<Flow.Step> first = current;
    current = fork.whenFalse();
    scan(node.getElseStatement(), null);
    current.addAll(first);
    return null;
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree node, @Nullable Void nothing) {
    loop(node, node.getCondition(), node.getStatement(), List.of());
    return null;
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree node, @Nullable Void nothing) {
    scan(node.getInitializer(), null);
    loop(node, node.getCondition(), node.getStatement(), node.getUpdate());
    return null;
  }

  private void loop(
      Tree node, @Nullable ExpressionTree condition, Tree statement, List<? extends Tree> update) {
    Flow.Step top = add(Flow.Kind.JOIN, node);
    Target target = enter(node);
    Fork fork = condition == null ? new Fork(current, new ArrayList<>()) : condition(condition);
    current = fork.whenTrue();
    scan(statement, null);
    current.addAll(target.continues());
    scan(update, null);
    current.forEach(last -> flow.connect(last, top));
    targets.pop();
    current = fork.whenFalse();
    current.addAll(target.breaks());
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree node, @Nullable Void nothing) {
    Flow.Step top = add(Flow.Kind.JOIN, node);
    Target target = enter(node);
    scan(node.getStatement(), null);
    current.addAll(target.continues());
    Fork fork = condition(node.getCondition());
    fork.whenTrue().forEach(last -> flow.connect(last, top));
    targets.pop();
    current = fork.whenFalse();
    current.addAll(target.breaks());
    return null;
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree node, @Nullable Void nothing) {
    scan(node.getExpression(), null);
    Flow.Step top = add(Flow.Kind.JOIN, node);
    Target target = enter(node);
    scan(node.getStatement(), null);
    current.addAll(target.continues());
    current.forEach(last -> flow.connect(last, top));
    targets.pop();
    current = new ArrayList<>(List.of(top));
    current.addAll(target.breaks());
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree node, @Nullable Void nothing) {
    scan(node.getExpression(), null);
    cases(node, node.getCases(), false);
    return null;
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree node, @Nullable Void nothing) {
    scan(node.getExpression(), null);
    cases(node, node.getCases(), true);
    return null;
  }

  private void cases(Tree node, List<? extends CaseTree> cases, boolean isComplete) {
    Flow.Step chosen = add(Flow.Kind.JOIN, node);
    Target target = enter(node);
    List<Flow.Step> ended = new ArrayList<>();
    boolean hasDefault = isComplete;
    current = new ArrayList<>();
    for (CaseTree branch : cases) {
      hasDefault |= branch.getExpressions().isEmpty() && branch.toString().startsWith("default");
      current.add(chosen);
      scan(branch.getStatements(), null);
      if (branch.getCaseKind() == CaseTree.CaseKind.RULE) {
        scan(branch.getStatements() == null ? branch.getBody() : null, null);
        ended.addAll(current);
        current = new ArrayList<>();
      }
    }
    targets.pop();
    current.addAll(ended);
    current.addAll(target.breaks());
    if (!hasDefault) {
      current.add(chosen);
    }
  }

  // Jumps.

  /** Where break, continue and return go to; what they pass on the way is in {@link Handlers}. */
  private record Target(
      Tree node, String label, List<Flow.Step> breaks, List<Flow.Step> continues) {}

  private Target enter(Tree node) {
    Target target = new Target(node, label, new ArrayList<>(), new ArrayList<>());
    label = "";
    targets.push(target);
    handlers.mark(node);
    return target;
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree node, @Nullable Void nothing) {
    label = node.getLabel().toString();
    boolean loop = !(node.getStatement() instanceof BlockTree);
    if (loop) {
      scan(node.getStatement(), null);
    } else {
      Target target = enter(node);
      scan(node.getStatement(), null);
      targets.pop();
      current.addAll(target.breaks());
    }
    return null;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree node, @Nullable Void nothing) {
    jump(find(node.getLabel() == null ? "" : node.getLabel().toString(), false), false);
    return null;
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree node, @Nullable Void nothing) {
    jump(find(node.getLabel() == null ? "" : node.getLabel().toString(), true), true);
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree node, @Nullable Void nothing) {
    scan(node.getValue(), null);
    jump(find("", false), false);
    return null;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree node, @Nullable Void nothing) {
    scan(node.getExpression(), null);
    add(Flow.Kind.RETURN, node);
    jump(targets.getLast(), false);
    return null;
  }

  private Target find(String wanted, boolean loopOnly) {
    for (Target target : targets) {
      boolean choice =
          target.node() instanceof SwitchTree || target.node() instanceof SwitchExpressionTree;
      boolean block = target.node() instanceof LabeledStatementTree;
      if (wanted.isEmpty() ? !block && !(loopOnly && choice) : target.label().equals(wanted)) {
        return target;
      }
    }
    return targets.getLast();
  }

  /** Goes through the finally blocks between here and the target, inner first. */
  private void jump(Target target, boolean isContinue) {
    for (Handlers.Leaving block : handlers.leavingTo(target.node())) {
      handlers.during(block, () -> leave(block.node()));
    }
    (isContinue ? target.continues() : target.breaks()).addAll(current);
    current = new ArrayList<>();
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree node, @Nullable Void nothing) {
    scan(node.getExpression(), null);
    addFailing(Flow.Kind.THROW, node);
    current = new ArrayList<>();
    return null;
  }

  // Blocks that something happens behind.

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree node, @Nullable Void nothing) {
    scan(node.getExpression(), null);
    add(Flow.Kind.LOCK, node);
    guarded(node, () -> scan(node.getBlock(), null));
    return null;
  }

  @Override
  public @Nullable Void visitTry(TryTree node, @Nullable Void nothing) {
    if (node.getFinallyBlock() == null) {
      caught(node);
    } else {
      guarded(node.getFinallyBlock(), () -> caught(node));
    }
    return null;
  }

  private void caught(TryTree node) {
    Handlers.Handler handler = handlers.enter(node);
    resources(node, 0);
    handlers.leave();
    List<Flow.Step> ended = current;
    for (CatchTree clause : node.getCatches()) {
      current = new ArrayList<>();
      Flow.Step caught = add(Flow.Kind.CATCH, clause);
      handler.thrown().stream()
          .filter(step -> handlers.canCatch(clause, step))
          .forEach(step -> flow.connectFailure(step, caught));
      scan(clause.getBlock(), null);
      ended.addAll(current);
    }
    handler.thrown().stream()
        .filter(step -> !handlers.catchesAll(node.getCatches(), step))
        .forEach(handlers::fails);
    current = ended;
  }

  private void resources(TryTree node, int index) {
    if (index == node.getResources().size()) {
      scan(node.getBlock(), null);
      return;
    }
    Tree resource = node.getResources().get(index);
    scan(resource, null);
    guarded(resource, () -> resources(node, index + 1));
  }

  /** Runs a block, and what has to happen behind it, whichever way it is left. */
  private void guarded(Tree behind, Runnable block) {
    Handlers.Handler handler = handlers.enterWith(behind);
    block.run();
    handlers.leave();
    leave(behind);
    List<Flow.Step> normal = current;
    if (!handler.thrown().isEmpty()) {
      current = new ArrayList<>();
      Flow.Step failed = add(Flow.Kind.JOIN, behind);
      handler.thrown().forEach(step -> flow.connectFailure(step, failed));
      leave(behind);
      if (!current.isEmpty()) {
        addFailing(Flow.Kind.THROW, behind);
      }
    }
    current = normal;
  }

  private void leave(Tree behind) {
    if (behind instanceof SynchronizedTree) {
      add(Flow.Kind.UNLOCK, behind);
    } else if (behind instanceof BlockTree) {
      scan(behind, null);
    } else {
      addFailing(Flow.Kind.CLOSE, behind);
    }
  }

  /** Too many ways through a body. */
  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("too many steps", null, false, false);
    }
  }
}
