package dev.lastcall.rules;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/**
 * A loop over the elements of something, written as a statement or as a call.
 *
 * @param node the loop
 * @param elements what it goes over
 * @param one the variable that has the element; empty if the loop only names a method
 * @param body what is done with each
 */
record Each(Tree node, ExpressionTree elements, Optional<VariableTree> one, Tree body) {

  /** {@return the loops of a file that go over the elements of something} */
  static List<Each> in(SourceUnit unit) {
    List<Each> found = new ArrayList<>();
    for (EnhancedForLoopTree loop :
        unit.tree().all(Tree.Kind.ENHANCED_FOR_LOOP, EnhancedForLoopTree.class)) {
      found.add(
          new Each(
              loop, loop.getExpression(), Optional.of(loop.getVariable()), loop.getStatement()));
    }
    for (Call call : unit.calls().named("forEach", "forEachOrdered")) {
      if (call.receiver().isPresent() && call.arity() == 1 && !call.isReference()) {
        ExpressionTree action = call.arguments().get(0);
        if (action instanceof LambdaExpressionTree lambda && lambda.getParameters().size() == 1) {
          found.add(
              new Each(
                  call.node(),
                  call.receiver().get(),
                  Optional.of(lambda.getParameters().get(0)),
                  lambda));
        } else if (action instanceof MemberReferenceTree) {
          found.add(new Each(call.node(), call.receiver().get(), Optional.empty(), action));
        }
      }
    }
    return found;
  }

  /** {@return whether an expression is the element} */
  boolean isElement(SourceUnit unit, ExpressionTree expression) {
    Optional<VariableElement> name = one.flatMap(unit.variables()::named);
    return name.isPresent() && unit.values().root(expression).equals(name);
  }
}
