package dev.lastcall.source;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Lays out the ways through a body. Each is used once. */
final class FlowBuilder extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final FlowSteps steps = new FlowSteps();
  private final Handlers handlers = steps.handlers();
  private final FlowExpressions expressions;
  private final FlowExits exits;
  private final TypeNames types;
  private String label = "";

  private FlowBuilder(Calls calls, TypeNames types) {
    this.types = types;
    this.exits = new FlowExits(steps, new Thrown(calls, types), node -> scan(node, null));
    this.expressions = new FlowExpressions(steps, calls, types, this::choose);
  }

  /** {@return the ways through a method or lambda; empty if it has no body or too many ways} */
  static Optional<Flow> of(Tree body, Calls calls, TypeNames types) {
    Tree code =
        body instanceof MethodTree method
            ? method.getBody()
            : body instanceof LambdaExpressionTree lambda ? lambda.getBody() : body;
    if (code == null) {
      return Optional.empty();
    }
    FlowBuilder builder = new FlowBuilder(calls, types);
    try {
      builder.build(body, code);
      return Optional.of(builder.steps.flow());
    } catch (FlowSteps.TooMany left) {
      return Optional.empty();
    }
  }

  private void build(Tree body, Tree code) {
    steps.add(Flow.Kind.ENTRY, body);
    Handlers.Handler whole = handlers.enter(body, Handlers.Role.CATCHES);
    scan(code, null);
    handlers.leave();
    steps.join(whole.breaks());
    steps.add(Flow.Kind.END, body);
    Flow.Step failed = steps.flow().add(Flow.Kind.FAILED, body);
    whole.thrown().forEach(step -> steps.flow().connectFailure(step, failed));
  }

  @Override
  public @Nullable Void scan(@Nullable Tree node, @Nullable Void nothing) {
    if (node instanceof ExpressionTree
        || node instanceof VariableTree
        || node instanceof AssertTree) {
      return expressions.scan(node, null);
    }
    return super.scan(node, null);
  }

  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree node, @Nullable Void nothing) {
    return expressions.scan(node.getExpression(), null);
  }

  @Override
  public @Nullable Void visitIf(IfTree node, @Nullable Void nothing) {
    FlowExpressions.Fork fork = expressions.condition(node.getCondition());
    steps.continueFrom(fork.whenTrue());
    scan(node.getThenStatement(), null);
    List<Flow.Step> first = steps.continueFrom(fork.whenFalse());
    scan(node.getElseStatement(), null);
    steps.join(first);
    return null;
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree node, @Nullable Void nothing) {
    loop(node, node.getCondition(), node.getStatement(), List.of());
    return null;
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree node, @Nullable Void nothing) {
    String own = takeLabel();
    scan(node.getInitializer(), null);
    label = own;
    loop(node, node.getCondition(), node.getStatement(), node.getUpdate());
    return null;
  }

  private void loop(
      Tree node, @Nullable ExpressionTree test, Tree statement, List<? extends Tree> update) {
    Handlers.Handler target = handlers.enter(node, Handlers.Role.TARGET, takeLabel());
    Flow.Step top = steps.add(Flow.Kind.JOIN, node);
    List<Flow.Step> over = new ArrayList<>();
    if (test != null) {
      FlowExpressions.Fork fork = expressions.condition(test);
      steps.continueFrom(fork.whenTrue());
      over = fork.whenFalse();
    }
    scan(statement, null);
    steps.join(target.continues());
    scan(update, null);
    steps.end().forEach(last -> steps.flow().connect(last, top));
    handlers.leave();
    steps.join(over);
    steps.join(target.breaks());
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree node, @Nullable Void nothing) {
    Handlers.Handler target = handlers.enter(node, Handlers.Role.TARGET, takeLabel());
    Flow.Step top = steps.add(Flow.Kind.JOIN, node);
    scan(node.getStatement(), null);
    steps.join(target.continues());
    FlowExpressions.Fork fork = expressions.condition(node.getCondition());
    fork.whenTrue().forEach(last -> steps.flow().connect(last, top));
    handlers.leave();
    steps.continueFrom(fork.whenFalse());
    steps.join(target.breaks());
    return null;
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree node, @Nullable Void nothing) {
    String own = takeLabel();
    scan(node.getExpression(), null);
    Handlers.Handler target = handlers.enter(node, Handlers.Role.TARGET, own);
    Flow.Step top = steps.add(Flow.Kind.JOIN, node);
    scan(node.getStatement(), null);
    steps.join(target.continues());
    steps.end().forEach(last -> steps.flow().connect(last, top));
    handlers.leave();
    steps.join(List.of(top));
    steps.join(target.breaks());
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree node, @Nullable Void nothing) {
    String own = takeLabel();
    scan(node.getExpression(), null);
    cases(node, own, node.getCases());
    return null;
  }

  private void choose(SwitchExpressionTree node) {
    scan(node.getExpression(), null);
    cases(node, "", node.getCases());
  }

  private void cases(Tree node, String own, List<? extends CaseTree> cases) {
    Flow.Step chosen = steps.add(Flow.Kind.JOIN, node);
    Handlers.Handler target = handlers.enter(node, Handlers.Role.TARGET, own);
    List<Flow.Step> ended = new ArrayList<>();
    boolean isComplete = node instanceof SwitchExpressionTree;
    steps.end();
    for (CaseTree branch : cases) {
      isComplete |= branch.getExpressions().isEmpty() && branch.toString().startsWith("default");
      steps.join(List.of(chosen));
      scan(branch.getStatements(), null);
      if (branch.getCaseKind() == CaseTree.CaseKind.RULE) {
        scan(branch.getBody(), null);
        ended.addAll(steps.end());
      }
    }
    handlers.leave();
    steps.join(ended);
    steps.join(target.breaks());
    if (!isComplete) {
      steps.join(List.of(chosen));
    }
  }

  private String takeLabel() {
    String taken = label;
    label = "";
    return taken;
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree node, @Nullable Void nothing) {
    label = node.getLabel().toString();
    if (SourceTree.isLoop(node.getStatement()) || node.getStatement() instanceof SwitchTree) {
      scan(node.getStatement(), null);
    } else {
      Handlers.Handler target = handlers.enter(node, Handlers.Role.TARGET, takeLabel());
      scan(node.getStatement(), null);
      handlers.leave();
      steps.join(target.breaks());
    }
    return null;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree node, @Nullable Void nothing) {
    Name wanted = node.getLabel();
    Handlers.Handler target =
        handlers.target(
            open ->
                wanted == null
                    ? SourceTree.isLoop(open.node()) || open.node() instanceof SwitchTree
                    : open.label().contentEquals(wanted));
    target.breaks().addAll(exits.jump(target));
    return null;
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree node, @Nullable Void nothing) {
    Name wanted = node.getLabel();
    Handlers.Handler target =
        handlers.target(
            open ->
                wanted == null
                    ? SourceTree.isLoop(open.node())
                    : open.label().contentEquals(wanted));
    target.continues().addAll(exits.jump(target));
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree node, @Nullable Void nothing) {
    scan(node.getValue(), null);
    Handlers.Handler target = handlers.target(open -> open.node() instanceof SwitchExpressionTree);
    target.breaks().addAll(exits.jump(target));
    return null;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree node, @Nullable Void nothing) {
    ExpressionTree value = node.getExpression();
    if (value != null && types.of(value).contains("boolean")) {
      expressions.both(expressions.condition(value), Flow.Kind.RETURN, node);
    } else {
      scan(value, null);
      steps.add(Flow.Kind.RETURN, node);
    }
    handlers.body().breaks().addAll(exits.jump(handlers.body()));
    return null;
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree node, @Nullable Void nothing) {
    scan(node.getExpression(), null);
    steps.addFailing(Flow.Kind.THROW, node);
    steps.end();
    return null;
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree node, @Nullable Void nothing) {
    scan(node.getExpression(), null);
    steps.add(Flow.Kind.LOCK, node);
    exits.guarded(node, () -> scan(node.getBlock(), null));
    return null;
  }

  @Override
  public @Nullable Void visitTry(TryTree node, @Nullable Void nothing) {
    if (node.getFinallyBlock() == null) {
      exits.caught(node);
    } else {
      exits.guarded(node.getFinallyBlock(), () -> exits.caught(node));
    }
    return null;
  }
}
