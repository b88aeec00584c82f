package dev.lastcall.rules;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Values;
import java.util.Map;
import java.util.function.Predicate;

/** What comparisons tell about latches, queues and threads. */
final class Comparisons {
  /** What holds when there is nothing left to wait for. */
  private static final Map<String, Map<Tree.Kind, Boolean>> ENDS =
      Map.of(
          "getCount 0",
              Map.of(
                  Tree.Kind.EQUAL_TO,
                  true,
                  Tree.Kind.GREATER_THAN,
                  false,
                  Tree.Kind.NOT_EQUAL_TO,
                  false),
          "size 0",
              Map.of(
                  Tree.Kind.GREATER_THAN,
                  true,
                  Tree.Kind.NOT_EQUAL_TO,
                  true,
                  Tree.Kind.EQUAL_TO,
                  false),
          "availablePermits 0", Map.of(Tree.Kind.GREATER_THAN, true, Tree.Kind.EQUAL_TO, false),
          "peek null", Map.of(Tree.Kind.NOT_EQUAL_TO, true, Tree.Kind.EQUAL_TO, false),
          "getState TERMINATED", Map.of(Tree.Kind.EQUAL_TO, true, Tree.Kind.NOT_EQUAL_TO, false));

  private Comparisons() {}

  /**
   * Returns whether a comparison, once it turned out so, tells that there is nothing left to wait
   * for.
   *
   * @param comparison the condition
   * @param result how it turned out
   * @param isSubject tells what is waited for
   */
  static boolean tellsEnd(
      BinaryTree comparison, boolean result, Predicate<ExpressionTree> isSubject) {
    Tree left = Values.bare(comparison.getLeftOperand());
    String right = Values.bare(comparison.getRightOperand()).toString();
    if (left instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && isSubject.test(select.getExpression())) {
      String than = right.substring(right.lastIndexOf('.') + 1);
      Boolean wanted =
          ENDS.getOrDefault(select.getIdentifier() + " " + than, Map.of())
              .get(comparison.getKind());
      return wanted != null && wanted == result;
    }
    return false;
  }
}
