package dev.lastcall.source;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

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
  private final Arguments arguments;
  private @Nullable IdentityHashMap<Tree, List<ExpressionTree>> returned;

  private Values(SourceTree tree, Variables variables, Calls calls, Arguments arguments) {
    this.tree = tree;
    this.variables = variables;
    this.calls = calls;
    this.arguments = arguments;
  }

  static Values of(SourceTree tree, Variables variables, Calls calls) {
    return new Values(tree, variables, calls, Arguments.ofPrivate(calls));
  }

  /**
   * Returns the same, but a parameter of any method has the values that some of the file's calls
   * give it, as if there were no others.
   *
   * @param callers which calls of methods count; those of constructors always do
   */
  public Values whenCalledBy(Predicate<Call> callers) {
    return new Values(tree, variables, calls, Arguments.ofAll(calls, callers));
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
    follow(expression, 0, Collections.newSetFromMap(new IdentityHashMap<>()), found);
    if (found.isEmpty()) {
      found.add((ExpressionTree) bare(expression));
    }
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
    return variables.named(rootName(expression));
  }

  /**
   * {@return whether two expressions name the same variable or field of the same object, as far as
   * the text tells}
   */
  public boolean isSame(ExpressionTree one, ExpressionTree other) {
    Tree first = rootName(one);
    Tree second = rootName(other);
    Optional<VariableElement> variable = variables.named(first);
    boolean same = variable.isEmpty() || variable.equals(variables.named(second));
    return same && path(first).equals(path(second));
  }

  private Tree rootName(ExpressionTree expression) {
    Tree name = bare(expression);
    for (int depth = 0; depth < DEPTH; depth++) {
      Optional<VariableElement> variable = variables.named(name);
      List<ExpressionTree> assigned = variable.map(variables::assigned).orElse(List.of());
      if (assigned.size() != 1 || variable.get().getKind() == ElementKind.PARAMETER) {
        return name;
      }
      Tree before = bare(assigned.get(0));
      if (variables.named(before).isEmpty() || before.toString().equals("this")) {
        return name;
      }
      name = before;
    }
    return name;
  }

  /** {@return what a method of this file returns, in the order of the file} */
  public List<ExpressionTree> returned(MethodTree method) {
    IdentityHashMap<Tree, List<ExpressionTree>> known = returned;
    if (known == null) {
      known = new IdentityHashMap<>();
      for (ReturnTree statement : tree.all(Tree.Kind.RETURN, ReturnTree.class)) {
        if (statement.getExpression() != null) {
          known
              .computeIfAbsent(owner(statement), key -> new ArrayList<>())
              .add(statement.getExpression());
        }
      }
      returned = known;
    }
    return known.getOrDefault(method, List.of());
  }

  private void follow(
      ExpressionTree expression, int depth, Set<Tree> seen, Set<ExpressionTree> into) {
    Tree bare = bare(expression);
    if (!seen.add(bare)) {
      return;
    }
    if (depth > DEPTH) {
      into.add((ExpressionTree) bare);
    } else if (bare instanceof ConditionalExpressionTree choice) {
      follow(choice.getTrueExpression(), depth, seen, into);
      follow(choice.getFalseExpression(), depth, seen, into);
    } else if (bare instanceof SwitchExpressionTree choice) {
      results(choice).forEach(result -> follow(result, depth, seen, into));
    } else {
      List<ExpressionTree> sources =
          bare instanceof MethodInvocationTree ? results(bare, depth, seen) : given(bare);
      sources.forEach(source -> follow(source, depth + 1, seen, into));
      if (sources.isEmpty()) {
        into.add((ExpressionTree) bare);
      }
    }
  }

  /** What a name can stand for, empty if the file does not say all of it. */
  private List<ExpressionTree> given(Tree name) {
    Optional<VariableElement> found = variables.named(name);
    if (found.isEmpty() || variables.isChangedOtherwise(found.get())) {
      return List.of();
    }
    VariableElement variable = found.get();
    if (variable.getKind() == ElementKind.PARAMETER) {
      List<ExpressionTree> sources = new ArrayList<>(arguments.of(variable));
      if (!sources.isEmpty()) {
        sources.addAll(variables.assigned(variable));
      }
      return sources;
    }
    List<ExpressionTree> assigned = variables.assigned(variable);
    return assigned.isEmpty() ? arguments.ofComponent(variable) : assigned;
  }

  /** What a call of one of this file's methods returns. */
  private List<ExpressionTree> results(Tree invocation, int depth, Set<Tree> seen) {
    Optional<Call> call = calls.at(invocation);
    Optional<ExecutableElement> method = call.flatMap(Call::method);
    if (method.isEmpty()) {
      return List.of();
    }
    Optional<MethodTree> own = variables.method(method.get());
    if (own.isPresent()) {
      return returned(own.get());
    }
    Optional<ExpressionTree> receiver = call.flatMap(Call::receiver);
    boolean accessor = Elements.isMemberOf(method.get(), ElementKind.RECORD);
    if (!accessor || receiver.isEmpty()) {
      return List.of();
    }
    Set<ExpressionTree> owners = new LinkedHashSet<>();
    follow(receiver.get(), depth + 1, seen, owners);
    List<NewClassTree> made = new ArrayList<>();
    owners.stream()
        .filter(NewClassTree.class::isInstance)
        .forEach(owner -> made.add((NewClassTree) owner));
    return made.isEmpty() || made.size() < owners.size()
        ? arguments.ofComponent(method.get())
        : arguments.ofComponent(method.get(), made);
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

  private Tree owner(Tree statement) {
    for (Tree at : tree.ancestors(statement)) {
      if (at instanceof MethodTree || at instanceof LambdaExpressionTree) {
        return at;
      }
    }
    return tree.unit();
  }

  private static String path(Tree expression) {
    String text = expression.toString();
    return text.startsWith("this.") ? text.substring(5) : text;
  }
}
