package dev.lastcall.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What a file puts into its collections and arrays, for what it takes out of them: a list of
 * closers, a map of handlers, the arguments of a method that takes any number.
 *
 * <p>Which of the elements it is, is not asked. Confined to one thread.
 */
final class Gathered {
  private static final int DEPTH = 5;

  private static final Set<String> ADDING =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "push",
          "offer",
          "offerFirst",
          "offerLast",
          "put",
          "putIfAbsent",
          "set");

  private static final Set<String> TAKING =
      Set.of(
          "get",
          "getFirst",
          "getLast",
          "getOrDefault",
          "getValue",
          "first",
          "last",
          "poll",
          "pollFirst",
          "pollLast",
          "pop",
          "peek",
          "peekFirst",
          "peekLast",
          "element",
          "remove",
          "removeFirst",
          "removeLast",
          "take",
          "next",
          "previous");

  private static final Set<String> MAKING = Set.of("of", "asList", "ofEntries", "entry", "copyOf");

  private final SourceTree tree;
  private final Variables variables;
  private final Calls calls;

  Gathered(SourceTree tree, Variables variables, Calls calls) {
    this.tree = tree;
    this.variables = variables;
    this.calls = calls;
  }

  /** {@return what an element of a collection can be; empty if it is none, or nobody says} */
  Set<ExpressionTree> behind(ExpressionTree element) {
    Set<ExpressionTree> found = new LinkedHashSet<>();
    source(Kinds.bare(element)).ifPresent(collection -> collect(collection, found, 0));
    return found;
  }

  /** {@return what the elements of a collection, a view of it or a stream over it can be} */
  Set<ExpressionTree> in(ExpressionTree collection) {
    Set<ExpressionTree> found = new LinkedHashSet<>();
    collect(collection, found, 0);
    return found;
  }

  /** {@return the collection that a value is taken from} */
  Optional<ExpressionTree> source(Tree value) {
    if (value instanceof ArrayAccessTree access) {
      return Optional.of(access.getExpression());
    }
    if (value instanceof MethodInvocationTree) {
      return calls.at(value).filter(call -> TAKING.contains(call.name())).flatMap(Call::receiver);
    }
    Optional<VariableTree> declared = variables.named(value).flatMap(variables::declaration);
    Optional<Tree> around = declared.flatMap(tree::parent);
    if (around.isPresent() && around.get() instanceof EnhancedForLoopTree loop) {
      return Optional.of(loop.getExpression());
    }
    return around
        .filter(LambdaExpressionTree.class::isInstance)
        .flatMap(tree::parent)
        .flatMap(calls::at)
        .flatMap(Call::receiver);
  }

  private void collect(ExpressionTree collection, Set<ExpressionTree> into, int depth) {
    Tree bare = Kinds.bare(collection);
    if (depth > DEPTH) {
      return;
    }
    if (bare instanceof NewArrayTree array && array.getInitializers() != null) {
      into.addAll(array.getInitializers());
    } else if (bare instanceof NewClassTree copy) {
      copy.getArguments().forEach(original -> collect(original, into, depth + 1));
    } else if (bare instanceof MethodInvocationTree) {
      calls.at(bare).ifPresent(call -> ofCall(call, into, depth));
    } else {
      variables.named(bare).ifPresent(variable -> ofVariable(variable, into, depth));
      source(bare).ifPresent(outer -> collect(outer, into, depth + 1));
    }
  }

  /** {@code List.of(…)}, or a view of what it is called on. */
  private void ofCall(Call call, Set<ExpressionTree> into, int depth) {
    boolean onType =
        call.receiver().flatMap(tree::element).filter(TypeElement.class::isInstance).isPresent();
    if (onType && MAKING.contains(call.name())) {
      into.addAll(call.arguments());
    }
    if (onType) {
      call.arguments().forEach(original -> collect(original, into, depth + 1));
    } else {
      call.receiver().ifPresent(original -> collect(original, into, depth + 1));
    }
  }

  private void ofVariable(VariableElement variable, Set<ExpressionTree> into, int depth) {
    for (ExpressionTree value : variables.assigned(variable)) {
      collect(value, into, depth + 1);
    }
    for (Tree use : variables.uses(variable)) {
      tree.parent(use)
          .filter(MemberSelectTree.class::isInstance)
          .flatMap(tree::parent)
          .flatMap(calls::at)
          .filter(call -> ADDING.contains(call.name()))
          .filter(call -> call.receiver().filter(on -> on == use).isPresent())
          .ifPresent(call -> into.addAll(call.arguments()));
      tree.parent(use)
          .filter(ArrayAccessTree.class::isInstance)
          .flatMap(tree::parent)
          .filter(AssignmentTree.class::isInstance)
          .map(AssignmentTree.class::cast)
          .filter(stored -> tree.isInside(use, stored.getVariable()))
          .ifPresent(stored -> into.add(stored.getExpression()));
    }
    if (variable.getKind() == ElementKind.PARAMETER
        && variable.getEnclosingElement() instanceof ExecutableElement method) {
      ofParameter(method, method.getParameters().indexOf(variable), into, depth);
    }
  }

  private void ofParameter(
      ExecutableElement method, int index, Set<ExpressionTree> into, int depth) {
    boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
    String name = constructor ? "<init>" : method.getSimpleName().toString();
    for (Call call : calls.named(name)) {
      if (index < 0 || call.method().filter(method::equals).isEmpty()) {
        continue;
      }
      List<? extends ExpressionTree> given = call.arguments();
      if (method.isVarArgs() && index == method.getParameters().size() - 1) {
        into.addAll(given.subList(Math.min(index, given.size()), given.size()));
      }
      if (index < given.size()) {
        collect(given.get(index), into, depth + 1);
      }
    }
  }
}
