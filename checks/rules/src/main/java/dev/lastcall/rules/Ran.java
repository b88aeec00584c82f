package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.lastcall.source.Call;
import dev.lastcall.source.Places;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a piece of code makes on its own thread, in the order in which they are written,
 * with those of the file's own methods in the place where they are called.
 *
 * <p>What is only handed to another thread is left out. Used once.
 */
final class Ran extends TreeScanner<@Nullable Void, @Nullable Void> {
  private static final int DEPTH = 5;

  /** What these run is not part of what is looked at here. */
  private static final Set<String> ENDING =
      Set.of("close", "handle", "cleanup", "uncaughtException");

  private final SourceUnit unit;
  private final List<Call> found = new ArrayList<>();
  private final Set<Tree> entered = Collections.newSetFromMap(new IdentityHashMap<>());
  private int depth;

  private Ran(SourceUnit unit) {
    this.unit = unit;
  }

  /** {@return the calls of a method, a lambda, a method reference, a block or an expression} */
  static List<Call> by(SourceUnit unit, Tree code) {
    Ran ran = new Ran(unit);
    ran.enter(code);
    return ran.found;
  }

  /** {@return the calls of the whole cleanup that a reached body belongs to} */
  static List<Call> by(SourceUnit unit, Places.Reach reach) {
    Optional<Call> registration =
        reach.root() instanceof MethodTree ? Optional.empty() : unit.calls().at(reach.root());
    if (registration.isEmpty()) {
      return by(unit, reach.root());
    }
    Ran ran = new Ran(unit);
    for (ExpressionTree argument : registration.get().arguments()) {
      unit.bodies().of(argument).forEach(ran::enter);
    }
    return ran.found;
  }

  private void enter(Tree code) {
    if (depth > DEPTH || !entered.add(code)) {
      return;
    }
    depth++;
    if (code instanceof MethodTree method) {
      scan(method.getBody(), null);
    } else if (code instanceof LambdaExpressionTree lambda) {
      scan(lambda.getBody(), null);
    } else if (code instanceof MemberReferenceTree) {
      unit.calls().at(code).ifPresent(this::follow);
    } else {
      scan(code, null);
    }
    depth--;
  }

  private void follow(Call call) {
    found.add(call);
    if (!ENDING.contains(call.name()) || unit.bodies().called(call).isPresent()) {
      unit.bodies().entered(call).forEach(this::enter);
    }
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void nothing) {
    super.visitMethodInvocation(node, null);
    unit.calls().at(node).ifPresent(this::follow);
    return null;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void nothing) {
    scan(node.getEnclosingExpression(), null);
    scan(node.getArguments(), null);
    unit.calls().at(node).ifPresent(found::add);
    return null;
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree node, @Nullable Void nothing) {
    super.visitMemberReference(node, null);
    if (unit.places().isInline(node)) {
      unit.calls().at(node).ifPresent(this::follow);
    }
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void nothing) {
    return unit.places().isInline(node) ? scan(node.getBody(), null) : null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree node, @Nullable Void nothing) {
    return null;
  }
}
