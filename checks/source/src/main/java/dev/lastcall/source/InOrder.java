package dev.lastcall.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What a file puts into a list or an array, in the order in which a loop finds it there.
 *
 * <p>Only where all of it stands in one body and nothing else touches the list: whoever sorts it or
 * hands it on may change the order. Confined to one thread.
 */
final class InOrder {
  private static final int DEPTH = 4;
  private static final Set<String> LISTS = Set.of("List", "Arrays", "Stream");
  private static final Set<String> LAST = Set.of("add", "addLast", "offer", "offerLast");
  private static final Set<String> FIRST = Set.of("push", "addFirst", "offerFirst");
  private static final Set<String> READING =
      Set.of("forEach", "stream", "iterator", "size", "isEmpty", "get", "clear", "toArray");

  private final SourceTree tree;
  private final Variables variables;
  private final Calls calls;

  InOrder(SourceTree tree, Variables variables, Calls calls) {
    this.tree = tree;
    this.variables = variables;
    this.calls = calls;
  }

  /** {@return the elements; empty if the file does not say which, or in which order} */
  List<ExpressionTree> of(ExpressionTree collection) {
    return of(collection, 0);
  }

  private List<ExpressionTree> of(ExpressionTree collection, int depth) {
    Tree bare = Kinds.bare(collection);
    if (depth > DEPTH) {
      return List.of();
    }
    if (bare instanceof NewArrayTree array && array.getInitializers() != null) {
      return List.copyOf(array.getInitializers());
    }
    if (bare instanceof NewClassTree copy) {
      return isOrdered(copy) && copy.getArguments().size() == 1
          ? of(copy.getArguments().get(0), depth + 1)
          : List.of();
    }
    return calls
        .at(bare)
        .map(call -> ofCall(call, depth))
        .orElseGet(
            () -> variables.named(bare).map(name -> ofVariable(name, depth)).orElse(List.of()));
  }

  private List<ExpressionTree> ofCall(Call call, int depth) {
    Optional<ExpressionTree> on = call.receiver();
    if (on.flatMap(tree::element).filter(TypeElement.class::isInstance).isPresent()) {
      boolean list = LISTS.contains(on.get().toString());
      boolean made = call.name().equals("of") || call.name().equals("asList");
      return list && made ? List.copyOf(call.arguments()) : List.of();
    }
    if (call.name().equals("stream") || call.name().equals("reversed")) {
      List<ExpressionTree> elements =
          new ArrayList<>(on.map(list -> of(list, depth + 1)).orElse(List.of()));
      if (call.name().equals("reversed")) {
        Collections.reverse(elements);
      }
      return elements;
    }
    return List.of();
  }

  private List<ExpressionTree> ofVariable(VariableElement variable, int depth) {
    List<ExpressionTree> assigned = variables.assigned(variable);
    if (assigned.size() != 1
        || (Kinds.bare(assigned.get(0)) instanceof NewClassTree made && !isOrdered(made))) {
      return List.of();
    }
    List<ExpressionTree> elements = new ArrayList<>(of(assigned.get(0), depth + 1));
    List<Tree> bodies = new ArrayList<>();
    boolean first = false;
    for (Tree use : inFile(variables.uses(variable))) {
      Optional<Call> call = calledOn(use);
      boolean last = call.filter(found -> isAdding(found, LAST)).isPresent();
      boolean front = call.filter(found -> isAdding(found, FIRST)).isPresent();
      if (last || front) {
        elements.add(call.get().arguments().get(0));
        bodies.add(around(use));
        first |= front;
      } else if (!isRead(use, call)) {
        return List.of();
      }
      if (last && first) {
        return List.of();
      }
    }
    if (bodies.stream().distinct().count() > 1) {
      return List.of();
    }
    if (first) {
      Collections.reverse(elements);
    }
    return elements;
  }

  private List<Tree> inFile(List<Tree> uses) {
    return uses.stream().sorted(Comparator.comparingInt(tree::start)).toList();
  }

  private Tree around(Tree use) {
    return tree.ancestors(use).stream()
        .filter(at -> at instanceof MethodTree || at instanceof LambdaExpressionTree)
        .findFirst()
        .orElse(use);
  }

  /** Not one that sorts its elements by themselves or not at all. */
  private static boolean isOrdered(NewClassTree made) {
    String type = made.getIdentifier().toString();
    return type.contains("List") || type.contains("Deque") || type.contains("LinkedHashSet");
  }

  private static boolean isAdding(Call call, Set<String> names) {
    return names.contains(call.name()) && call.arity() == 1;
  }

  private Optional<Call> calledOn(Tree use) {
    return tree.parent(use)
        .filter(MemberSelectTree.class::isInstance)
        .flatMap(tree::parent)
        .flatMap(calls::at)
        .filter(call -> call.receiver().filter(on -> on == use).isPresent());
  }

  /** Only looked at: not handed on, not sorted, not kept by another name. */
  private boolean isRead(Tree use, Optional<Call> call) {
    return call.map(found -> READING.contains(found.name()))
        .orElseGet(() -> tree.parent(use).filter(SourceTree::isLoop).isPresent());
  }
}
