package dev.lastcall.source;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lays out what happens while expressions are worked out, and the two ways behind a condition. */
final class FlowExpressions extends TreeScanner<@Nullable Void, @Nullable Void> {
  private static final Set<Tree.Kind> CHANGES =
      Set.of(
          Tree.Kind.PREFIX_INCREMENT,
          Tree.Kind.PREFIX_DECREMENT,
          Tree.Kind.POSTFIX_INCREMENT,
          Tree.Kind.POSTFIX_DECREMENT);

  private final FlowSteps steps;
  private final Calls calls;
  private final TypeNames types;
  private final Consumer<SwitchExpressionTree> choices;

  /**
   * Prepares.
   *
   * @param steps takes the steps
   * @param choices lays out {@code switch} expressions, because there are statements in them
   */
  FlowExpressions(
      FlowSteps steps, Calls calls, TypeNames types, Consumer<SwitchExpressionTree> choices) {
    this.steps = steps;
    this.calls = calls;
    this.types = types;
    this.choices = choices;
  }

  /**
   * Where the two ways behind a condition begin.
   *
   * @param whenTrue the steps behind which it is true
   * @param whenFalse the steps behind which it is false
   */
  record Fork(List<Flow.Step> whenTrue, List<Flow.Step> whenFalse) {
    Fork turned() {
      return new Fork(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }
  }

  /** Lays out a condition; the ways behind it begin where the fork says, and nowhere else. */
  Fork condition(ExpressionTree written) {
    Tree node = Values.bare(written);
    if (node instanceof UnaryTree not && node.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return condition(not.getExpression()).turned();
    }
    if (isConstant(node)) {
      List<Flow.Step> here = steps.end();
      return isTrue(node) ? new Fork(here, new ArrayList<>()) : new Fork(new ArrayList<>(), here);
    }
    if (node instanceof ConditionalExpressionTree choice) {
      return choice(choice);
    }
    if (node instanceof BinaryTree binary) {
      switch (node.getKind()) {
        case CONDITIONAL_AND -> {
          return both(binary);
        }
        case CONDITIONAL_OR -> {
          return either(binary);
        }
        case EQUAL_TO, NOT_EQUAL_TO -> {
          if (isConstant(Values.bare(binary.getRightOperand()))) {
            return compared(binary);
          }
        }
        default -> {}
      }
    }
    return tested(node);
  }

  private Fork tested(Tree node) {
    scan(node, null);
    List<Flow.Step> before = steps.continueFrom(List.of());
    steps.join(before);
    steps.add(Flow.Kind.TRUE, node);
    List<Flow.Step> whenTrue = steps.continueFrom(before);
    steps.add(Flow.Kind.FALSE, node);
    return new Fork(whenTrue, steps.end());
  }

  private Fork both(BinaryTree node) {
    Fork left = condition(node.getLeftOperand());
    steps.continueFrom(left.whenTrue());
    Fork right = condition(node.getRightOperand());
    right.whenFalse().addAll(left.whenFalse());
    return right;
  }

  private Fork either(BinaryTree node) {
    Fork left = condition(node.getLeftOperand());
    steps.continueFrom(left.whenFalse());
    Fork right = condition(node.getRightOperand());
    right.whenTrue().addAll(left.whenTrue());
    return right;
  }

  /** {@code flag == true} and its like. */
  private Fork compared(BinaryTree node) {
    boolean same = node.getKind() == Tree.Kind.EQUAL_TO;
    Fork fork = condition(node.getLeftOperand());
    return same == isTrue(Values.bare(node.getRightOperand())) ? fork : fork.turned();
  }

  private Fork choice(ConditionalExpressionTree node) {
    Fork fork = condition(node.getCondition());
    steps.continueFrom(fork.whenTrue());
    Fork first = condition(node.getTrueExpression());
    steps.continueFrom(fork.whenFalse());
    Fork second = condition(node.getFalseExpression());
    first.whenTrue().addAll(second.whenTrue());
    first.whenFalse().addAll(second.whenFalse());
    return first;
  }

  private static boolean isConstant(Tree node) {
    return node instanceof LiteralTree literal && literal.getValue() instanceof Boolean;
  }

  private static boolean isTrue(Tree node) {
    return node instanceof LiteralTree literal && Boolean.TRUE.equals(literal.getValue());
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void nothing) {
    super.visitMethodInvocation(node, null);
    steps.addFailing(Flow.Kind.CALL, node);
    if (calls.at(node).filter(FlowExpressions::endsTheProcess).isPresent()) {
      steps.end();
    }
    return null;
  }

  private static boolean endsTheProcess(Call call) {
    return call.is("exit", "java.lang.System", "java.lang.Runtime")
        || call.is("halt", "java.lang.Runtime");
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void nothing) {
    scan(node.getEnclosingExpression(), null);
    scan(node.getArguments(), null);
    steps.addFailing(Flow.Kind.CALL, node);
    return null;
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void nothing) {
    scan(node.getVariable(), null);
    assign(node, node.getExpression());
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree node, @Nullable Void nothing) {
    if (node.getInitializer() != null) {
      assign(node, node.getInitializer());
    }
    return null;
  }

  /** A boolean is followed both ways, from what gives it its value on. */
  private void assign(Tree node, ExpressionTree value) {
    if (isConstant(Values.bare(value)) || !types.of(node).contains("boolean")) {
      scan(value, null);
      steps.add(Flow.Kind.ASSIGN, node);
      return;
    }
    both(condition(value), Flow.Kind.ASSIGN, node);
  }

  /** Both ways pass a step, and say behind it which way they are. */
  void both(Fork fork, Flow.Kind kind, Tree node) {
    List<Flow.Step> behind = new ArrayList<>();
    for (Flow.Kind result : List.of(Flow.Kind.TRUE, Flow.Kind.FALSE)) {
      List<Flow.Step> ways = result == Flow.Kind.TRUE ? fork.whenTrue() : fork.whenFalse();
      if (!ways.isEmpty()) {
        steps.continueFrom(ways);
        steps.add(kind, node);
        steps.add(result, node);
        behind.addAll(steps.end());
      }
    }
    steps.continueFrom(behind);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(
      CompoundAssignmentTree node, @Nullable Void nothing) {
    super.visitCompoundAssignment(node, null);
    steps.add(Flow.Kind.CHANGE, node);
    return null;
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree node, @Nullable Void nothing) {
    super.visitUnary(node, null);
    if (CHANGES.contains(node.getKind())) {
      steps.add(Flow.Kind.CHANGE, node);
    }
    return null;
  }

  @Override
  public @Nullable Void visitConditionalExpression(
      ConditionalExpressionTree node, @Nullable Void nothing) {
    Fork fork = condition(node.getCondition());
    steps.continueFrom(fork.whenTrue());
    scan(node.getTrueExpression(), null);
    List<Flow.Step> first = steps.continueFrom(fork.whenFalse());
    scan(node.getFalseExpression(), null);
    steps.join(first);
    return null;
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree node, @Nullable Void nothing) {
    boolean isCut =
        node.getKind() == Tree.Kind.CONDITIONAL_AND || node.getKind() == Tree.Kind.CONDITIONAL_OR;
    if (!isCut) {
      return super.visitBinary(node, null);
    }
    Fork fork = condition(node);
    steps.continueFrom(fork.whenTrue());
    steps.join(fork.whenFalse());
    return null;
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree node, @Nullable Void nothing) {
    choices.accept(node);
    return null;
  }

  /** What is asserted is taken to be so. */
  @Override
  public @Nullable Void visitAssert(AssertTree node, @Nullable Void nothing) {
    steps.continueFrom(condition(node.getCondition()).whenTrue());
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
}
