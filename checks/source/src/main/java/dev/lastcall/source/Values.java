package dev.lastcall.source;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Where values come from: through names, casts, choices, the results of the file's own methods, and
 * the arguments of its private ones.
 *
 * <p>Confined to one thread.
 */
public final class Values {
  /** How many methods, and how many names, a value is followed through. */
  private static final int DEPTH = 6;

  private final SourceTree tree;
  private final Variables variables;
  private final Calls calls;

  private Values(SourceTree tree, Variables variables, Calls calls) {
    this.tree = tree;
    this.variables = variables;
    this.calls = calls;
  }

  static Values of(SourceTree tree, Variables variables, Calls calls) {
    return new Values(tree, variables, calls);
  }

  /** {@return an expression without parentheses and casts} */
  public static Tree bare(Tree expression) {
    return Kinds.bare(expression);
  }

  /**
   * Returns the expressions whose value this one can have: literals, {@code new}, lambdas, calls of
   * other people's methods, and names whose value comes from elsewhere.
   */
  public Set<ExpressionTree> origins(ExpressionTree expression) {
    Set<ExpressionTree> found = new LinkedHashSet<>();
    follow(expression, 0, found);
    return found;
  }

  /** {@return the one expression whose value this one has, empty if there are several} */
  public Optional<ExpressionTree> origin(ExpressionTree expression) {
    Set<ExpressionTree> origins = origins(expression);
    return origins.size() == 1 ? Optional.of(origins.iterator().next()) : Optional.empty();
  }

  /**
   * {@return the variable at the root of where a value comes from: {@code pool} for {@code
   * (this.pool)}, through aliases that are assigned once}
   */
  public Optional<VariableElement> root(ExpressionTree expression) {
    Optional<VariableElement> variable = variables.named(expression);
    for (int depth = 0; depth < DEPTH && variable.isPresent(); depth++) {
      List<ExpressionTree> assigned = variables.assigned(variable.get());
      if (assigned.size() != 1 || variable.get().getKind() == ElementKind.PARAMETER) {
        return variable;
      }
      Optional<VariableElement> before = variables.named(assigned.get(0));
      if (before.isEmpty() || before.get().getSimpleName().contentEquals("this")) {
        return variable;
      }
      variable = before;
    }
    return variable;
  }

  /**
   * {@return whether two expressions name the same variable or field of the same object, as far as
   * the text tells}
   */
  public boolean isSame(ExpressionTree one, ExpressionTree other) {
    if (bare(one).toString().equals(bare(other).toString())) {
      return true;
    }
    Optional<VariableElement> first = root(one);
    return first.isPresent()
        && first.equals(root(other))
        && qualifier(one).equals(qualifier(other));
  }

  /** {@return what a method of this file returns, in the order of the file} */
  public List<ExpressionTree> returned(MethodTree method) {
    List<ExpressionTree> returned = new ArrayList<>();
    for (ReturnTree statement : tree.all(Tree.Kind.RETURN, ReturnTree.class)) {
      if (statement.getExpression() != null && owner(statement) == method) {
        returned.add(statement.getExpression());
      }
    }
    return returned;
  }

  private void follow(ExpressionTree expression, int depth, Set<ExpressionTree> into) {
    Tree bare = bare(expression);
    if (depth > DEPTH) {
      into.add((ExpressionTree) bare);
    } else if (bare instanceof ConditionalExpressionTree choice) {
      follow(choice.getTrueExpression(), depth, into);
      follow(choice.getFalseExpression(), depth, into);
    } else if (bare instanceof SwitchExpressionTree choice) {
      results(choice).forEach(result -> follow(result, depth, into));
    } else if (!followName(bare, depth, into) && !followCall(bare, depth, into)) {
      into.add((ExpressionTree) bare);
    }
  }

  private boolean followName(Tree bare, int depth, Set<ExpressionTree> into) {
    Optional<VariableElement> variable = variables.named(bare);
    if (variable.isEmpty()) {
      return false;
    }
    List<ExpressionTree> sources =
        variable.get().getKind() == ElementKind.PARAMETER
            ? arguments(variable.get())
            : variables.assigned(variable.get());
    boolean loopVariable =
        variables.declaration(variable.get()).map(this::isAssignedElsewhere).orElse(false);
    if (sources.isEmpty() || loopVariable) {
      return false;
    }
    sources.forEach(source -> follow(source, depth + 1, into));
    return true;
  }

  private boolean followCall(Tree bare, int depth, Set<ExpressionTree> into) {
    if (!(bare instanceof MethodInvocationTree)) {
      return false;
    }
    Optional<MethodTree> method = calls.at(bare).flatMap(Call::method).flatMap(variables::method);
    List<ExpressionTree> returned = method.map(this::returned).orElse(List.of());
    returned.forEach(result -> follow(result, depth + 2, into));
    return !returned.isEmpty();
  }

  /** A parameter of a private method has the values that the file's calls give it. */
  private List<ExpressionTree> arguments(VariableElement parameter) {
    Element method = parameter.getEnclosingElement();
    if (!(method instanceof ExecutableElement executable)
        || !method.getModifiers().contains(Modifier.PRIVATE)) {
      return List.of();
    }
    int index = executable.getParameters().indexOf(parameter);
    List<ExpressionTree> given = new ArrayList<>();
    for (Call call : calls.named(method.getSimpleName().toString())) {
      if (call.method().filter(method::equals).isPresent()) {
        if (call.isReference() || index >= call.arguments().size()) {
          return List.of();
        }
        given.add(call.arguments().get(index));
      }
    }
    return given;
  }

  private List<ExpressionTree> results(SwitchExpressionTree choice) {
    List<ExpressionTree> results = new ArrayList<>();
    choice.getCases().stream()
        .map(branch -> branch.getBody())
        .filter(ExpressionTree.class::isInstance)
        .forEach(body -> results.add((ExpressionTree) body));
    for (YieldTree yielded : tree.all(Tree.Kind.YIELD, YieldTree.class)) {
      if (tree.enclosing(yielded, SwitchExpressionTree.class)
          .filter(found -> found == choice)
          .isPresent()) {
        results.add(yielded.getValue());
      }
    }
    return results;
  }

  /**
   * The variable of an enhanced for loop, of a resource, or of a catch has no initializer that says
   * its value.
   */
  private boolean isAssignedElsewhere(VariableTree variable) {
    return tree.parent(variable)
        .map(Tree::getKind)
        .filter(kind -> kind == Tree.Kind.ENHANCED_FOR_LOOP || kind == Tree.Kind.CATCH)
        .isPresent();
  }

  private Tree owner(Tree statement) {
    for (Tree at : tree.ancestors(statement)) {
      if (at instanceof MethodTree || at instanceof LambdaExpressionTree) {
        return at;
      }
    }
    return tree.unit();
  }

  private static String qualifier(ExpressionTree expression) {
    String text = bare(expression).toString();
    String before = text.substring(0, Math.max(0, text.lastIndexOf('.')));
    return before.equals("this") ? "" : before;
  }
}
