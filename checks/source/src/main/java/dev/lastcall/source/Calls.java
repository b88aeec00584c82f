package dev.lastcall.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** All calls of a file, found by name. Confined to one thread. */
public final class Calls {
  private static final String CONSTRUCTOR = "<init>";

  private final SourceTree tree;
  private final TypeNames types;
  private final Map<String, List<Tree>> byName = new HashMap<>();
  private final List<Tree> inOrder = new ArrayList<>();
  private int[] starts = {};
  private @Nullable List<Call> all;
  private final IdentityHashMap<Tree, Call> made = new IdentityHashMap<>();

  private Calls(SourceTree tree, TypeNames types) {
    this.tree = tree;
    this.types = types;
  }

  static Calls of(SourceTree tree, TypeNames types) {
    Calls calls = new Calls(tree, types);
    List<Tree> nodes = new ArrayList<>(tree.all(Tree.Kind.METHOD_INVOCATION, Tree.class));
    nodes.addAll(tree.all(Tree.Kind.NEW_CLASS, Tree.class));
    nodes.addAll(tree.all(Tree.Kind.MEMBER_REFERENCE, Tree.class));
    for (Tree node : nodes) {
      calls.byName.computeIfAbsent(nameOf(node), name -> new ArrayList<>()).add(node);
    }
    nodes.sort(
        Comparator.comparingInt((Tree node) -> tree.start(node))
            .thenComparingInt(node -> tree.span(node).end()));
    calls.inOrder.addAll(nodes);
    calls.starts = nodes.stream().mapToInt(tree::start).toArray();
    return calls;
  }

  /** {@return the calls of methods with one of these names; {@code <init>} for constructors} */
  public List<Call> named(String... names) {
    List<Call> found = new ArrayList<>();
    for (String name : names) {
      byName.getOrDefault(name, List.of()).forEach(node -> found.add(at(node).orElseThrow()));
    }
    return found;
  }

  /** {@return all calls, grouped by name} */
  public List<Call> all() {
    List<Call> known = all;
    if (known == null) {
      known = List.copyOf(named(byName.keySet().toArray(String[]::new)));
      all = known;
    }
    return known;
  }

  /**
   * {@return the calls inside a node, in the order of the file, those in nested lambdas and classes
   * as well}
   */
  public List<Call> inside(Tree node) {
    Finding.Span span = tree.span(node);
    List<Call> found = new ArrayList<>();
    int first = Arrays.binarySearch(starts, span.start());
    first = first < 0 ? -first - 1 : first;
    while (first > 0 && starts[first - 1] == span.start()) {
      first--;
    }
    for (int i = first; i < starts.length && starts[i] <= span.end(); i++) {
      if (tree.isInside(inOrder.get(i), node)) {
        found.add(at(inOrder.get(i)).orElseThrow());
      }
    }
    return found;
  }

  /** {@return the call that a node is, empty if it is none} */
  public Optional<Call> at(Tree node) {
    Tree bare = node;
    while (bare instanceof ParenthesizedTree parenthesized) {
      bare = parenthesized.getExpression();
    }
    if (nameOf(bare).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(made.computeIfAbsent(bare, this::make));
  }

  private Call make(Tree node) {
    Optional<ExecutableElement> method =
        tree.element(node)
            .filter(ExecutableElement.class::isInstance)
            .map(ExecutableElement.class::cast);
    if (node instanceof NewClassTree creation) {
      Set<String> on = types.of(creation);
      return new Call(
          node, CONSTRUCTOR, Optional.empty(), creation.getArguments(), on, method, false);
    }
    if (node instanceof MemberReferenceTree reference) {
      ExpressionTree on = reference.getQualifierExpression();
      String name =
          reference.getMode() == MemberReferenceTree.ReferenceMode.NEW ? CONSTRUCTOR : nameOf(node);
      return new Call(node, name, Optional.of(on), List.of(), types.of(on), method, true);
    }
    MethodInvocationTree call = (MethodInvocationTree) node;
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      ExpressionTree on = select.getExpression();
      return new Call(
          node, nameOf(node), Optional.of(on), call.getArguments(), types.of(on), method, false);
    }
    return new Call(
        node,
        nameOf(node),
        Optional.empty(),
        call.getArguments(),
        ownTypes(node, method),
        method,
        false);
  }

  /** Without a receiver it is a method of a class around, or one that was imported. */
  private Set<String> ownTypes(Tree node, Optional<ExecutableElement> method) {
    Optional<Element> declaredIn = method.map(Element::getEnclosingElement);
    if (declaredIn.isPresent() && declaredIn.get() instanceof TypeElement owner) {
      Optional<TypeElement> around = around(node, owner);
      return types.of(around.orElse(owner));
    }
    return Set.of();
  }

  private Optional<TypeElement> around(Tree node, TypeElement owner) {
    String wanted = owner.getQualifiedName().toString();
    for (Tree at : tree.ancestors(node)) {
      if (at instanceof ClassTree
          && tree.element(at).orElse(null) instanceof TypeElement element
          && element.asType() instanceof DeclaredType
          && types.of(element).contains(wanted)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private static String nameOf(Tree node) {
    if (node instanceof NewClassTree) {
      return CONSTRUCTOR;
    }
    if (node instanceof MemberReferenceTree reference) {
      return reference.getMode() == MemberReferenceTree.ReferenceMode.NEW
          ? CONSTRUCTOR
          : reference.getName().toString();
    }
    if (node instanceof MethodInvocationTree call) {
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        return select.getIdentifier().toString();
      }
      return ((IdentifierTree) call.getMethodSelect()).getName().toString();
    }
    return "";
  }
}
