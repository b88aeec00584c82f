package dev.lastcall.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;

/** Answers of calls that nobody looks at. */
final class Unheard {
  private static final int DEPTH = 3;

  private Unheard() {}

  /**
   * {@return whether the answer of a call is thrown away, kept where nobody reads it, asked for
   * nothing, or returned to callers that do so}
   */
  static boolean is(SourceUnit unit, Call call) {
    return is(unit, call, DEPTH);
  }

  private static boolean is(SourceUnit unit, Call call, int depth) {
    Tree at = call.node();
    Tree parent = unit.tree().parent(at).orElse(at);
    while (parent instanceof ParenthesizedTree || parent instanceof UnaryTree) {
      at = parent;
      parent = unit.tree().parent(at).orElse(at);
    }
    if (parent instanceof VariableTree kept) {
      return unit.tree()
          .element(kept)
          .filter(name -> unit.variables().uses(name).isEmpty())
          .isPresent();
    }
    if (parent instanceof IfTree choice) {
      return isEmpty(choice.getThenStatement()) && choice.getElseStatement() == null;
    }
    if (parent instanceof ReturnTree) {
      return depth > 0 && isReturnedInVain(unit, call, depth);
    }
    return parent instanceof ExpressionStatementTree
        || (parent instanceof LambdaExpressionTree lambda && isRegistered(unit, lambda));
  }

  private static boolean isEmpty(StatementTree statement) {
    return statement instanceof BlockTree block && block.getStatements().isEmpty();
  }

  private static boolean isReturnedInVain(SourceUnit unit, Call call, int depth) {
    Optional<MethodTree> method =
        Optional.of(unit.bodies().around(call.node()))
            .filter(MethodTree.class::isInstance)
            .map(MethodTree.class::cast);
    List<Call> callers =
        method.stream()
            .flatMap(own -> unit.calls().named(own.getName().toString()).stream())
            .filter(caller -> unit.bodies().called(caller).equals(method))
            .toList();
    return !callers.isEmpty()
        && callers.stream()
            .allMatch(caller -> !caller.isReference() && is(unit, caller, depth - 1));
  }

  private static boolean isRegistered(SourceUnit unit, LambdaExpressionTree lambda) {
    return unit.places().of(lambda.getBody()).filter(reach -> reach.body() == lambda).isPresent();
  }
}
