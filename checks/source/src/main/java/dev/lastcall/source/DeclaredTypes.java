package dev.lastcall.source;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** The types that a file's declarations name, for types that javac could not resolve. */
final class DeclaredTypes {
  private final SourceTree tree;
  private final Map<Element, VariableTree> variables = new HashMap<>();
  private final Map<Element, MethodTree> methods = new HashMap<>();
  private boolean complete;

  private DeclaredTypes(SourceTree tree) {
    this.tree = tree;
  }

  static DeclaredTypes of(SourceTree tree) {
    return new DeclaredTypes(tree);
  }

  /**
   * {@return the type that a variable is declared with, or that the collection is over whose
   * element it is; empty if none is written, or if it is used in its own declaration}
   */
  Optional<Tree> type(Element variable, Tree use) {
    return declaration(variable, use)
        .flatMap(found -> isWritten(found) ? Optional.of(found.getType()) : elementType(found));
  }

  /** {@return the value that a variable without a written type is declared with} */
  Optional<ExpressionTree> value(Element variable, Tree use) {
    return declaration(variable, use)
        .filter(found -> !isWritten(found))
        .map(VariableTree::getInitializer);
  }

  /** {@return the type that a method of the file is declared to return} */
  Optional<Tree> returned(ExecutableElement method) {
    complete();
    return Optional.ofNullable(methods.get(method)).map(MethodTree::getReturnType);
  }

  private Optional<VariableTree> declaration(Element variable, Tree use) {
    complete();
    return Optional.ofNullable(variables.get(variable)).filter(found -> !isInsideBut(use, found));
  }

  /**
   * A lambda's parameter is used inside the call that declares it, not inside its own declaration.
   */
  private boolean isInsideBut(Tree use, VariableTree declaration) {
    return use != declaration && tree.isInside(use, declaration);
  }

  /** Filled when it is first asked for: most files resolve. */
  private void complete() {
    if (complete) {
      return;
    }
    complete = true;
    for (VariableTree variable : tree.all(Tree.Kind.VARIABLE, VariableTree.class)) {
      tree.element(variable).ifPresent(element -> variables.put(element, variable));
    }
    for (MethodTree method : tree.all(Tree.Kind.METHOD, MethodTree.class)) {
      tree.element(method).ifPresent(element -> methods.put(element, method));
    }
  }

  /** What the compiler infers has no place in the file. */
  private boolean isWritten(VariableTree variable) {
    return tree.isTyped(variable);
  }

  /**
   * The parameter of a lambda, or the variable of a loop, over a collection whose type is written.
   */
  private Optional<Tree> elementType(VariableTree variable) {
    Tree parent = tree.parent(variable).orElse(variable);
    if (parent instanceof EnhancedForLoopTree loop) {
      return lastArgument(loop.getExpression());
    }
    boolean only =
        parent instanceof LambdaExpressionTree lambda && lambda.getParameters().size() == 1;
    return only && tree.parent(parent).orElse(parent) instanceof MethodInvocationTree call
        ? lastArgument(call.getMethodSelect())
        : Optional.empty();
  }

  /** The last type argument of what stands at the root of a chain, unless the chain maps it. */
  private Optional<Tree> lastArgument(ExpressionTree chain) {
    Tree at = chain;
    while (at instanceof MemberSelectTree || at instanceof MethodInvocationTree) {
      if (at instanceof MethodInvocationTree call) {
        at = call.getMethodSelect();
        continue;
      }
      MemberSelectTree select = (MemberSelectTree) at;
      boolean maps = select.getIdentifier().toString().toLowerCase(Locale.ROOT).contains("map");
      if (maps || tree.element(at).filter(variables::containsKey).isPresent()) {
        break;
      }
      at = select.getExpression();
    }
    Optional<Tree> type = tree.element(at).map(variables::get).map(VariableTree::getType);
    if (type.isEmpty() || !(type.get() instanceof ParameterizedTypeTree parameterized)) {
      return Optional.empty();
    }
    List<? extends Tree> arguments = parameterized.getTypeArguments();
    return arguments.isEmpty()
        ? Optional.empty()
        : Optional.of(arguments.get(arguments.size() - 1));
  }
}
