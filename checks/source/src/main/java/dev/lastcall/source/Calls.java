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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** All calls of a file, found by name. Confined to one thread. */
public final class Calls {
  private static final String CONSTRUCTOR = "<init>";
  private static final Tree.Kind[] CALLS = {
    Tree.Kind.METHOD_INVOCATION, Tree.Kind.NEW_CLASS, Tree.Kind.MEMBER_REFERENCE
  };

  private final SourceTree tree;
  private final TypeNames types;
  private final Facts facts;
  private @Nullable Map<String, List<Tree>> byName;
  private @Nullable Set<String> kinds;
  private @Nullable List<Tree> inOrder;
  private int[] starts = {};
  private @Nullable List<Call> all;
  private final IdentityHashMap<Tree, Call> made = new IdentityHashMap<>();

  private Calls(SourceTree tree, TypeNames types, Facts facts) {
    this.tree = tree;
    this.types = types;
    this.facts = facts;
  }

  static Calls of(SourceTree tree, TypeNames types, Facts facts) {
    return new Calls(tree, types, facts);
  }

  /** {@return the calls of methods with one of these names; {@code <init>} for constructors} */
  public List<Call> named(String... names) {
    List<Call> found = new ArrayList<>();
    for (String name : names) {
      byName().getOrDefault(name, List.of()).forEach(node -> found.add(known(node)));
    }
    return found;
  }

  /** {@return whether the file calls a method with this name} */
  public boolean has(String name) {
    return byName().containsKey(name);
  }

  /** {@return all calls, grouped by name} */
  public List<Call> all() {
    List<Call> known = all;
    if (known == null) {
      known = List.copyOf(named(byName().keySet().toArray(String[]::new)));
      all = known;
    }
    return known;
  }

  /**
   * {@return the calls that a fact of one of these kinds can be about, as far as the name of the
   * method tells, grouped by name}
   */
  public List<Call> about(String... kinds) {
    Set<String> there = kinds();
    for (String kind : kinds) {
      if (there.contains(kind)) {
        Set<String> wanted = Set.of(kinds);
        return named(name -> !Collections.disjoint(facts.kindsAbout(name), wanted));
      }
    }
    return List.of();
  }

  /** The kinds of facts that are about any name that is called: most files have few. */
  private Set<String> kinds() {
    Set<String> known = kinds;
    if (known == null) {
      known = new HashSet<>();
      for (String name : byName().keySet()) {
        known.addAll(facts.kindsAbout(name));
      }
      kinds = known;
    }
    return known;
  }

  /** {@return the calls of methods whose name is wanted, grouped by name} */
  public List<Call> named(Predicate<String> wanted) {
    List<Call> found = new ArrayList<>();
    byName()
        .forEach(
            (name, nodes) -> {
              if (wanted.test(name)) {
                nodes.forEach(node -> found.add(known(node)));
              }
            });
    return found;
  }

  /**
   * {@return the calls inside a node, in the order of the file, those in nested lambdas and classes
   * as well}
   */
  public List<Call> inside(Tree node) {
    List<Tree> ordered = inOrder();
    int from = Math.max(0, tree.start(node));
    int to = tree.end(node);
    List<Call> found = new ArrayList<>();
    int first = Arrays.binarySearch(starts, from);
    first = first < 0 ? -first - 1 : first;
    while (first > 0 && starts[first - 1] == from) {
      first--;
    }
    for (int i = first; i < starts.length && starts[i] <= to; i++) {
      if (tree.isInside(ordered.get(i), node)) {
        found.add(known(ordered.get(i)));
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
    if (!isCall(bare)) {
      return Optional.empty();
    }
    return Optional.of(known(bare));
  }

  private Call known(Tree node) {
    return made.computeIfAbsent(node, this::make);
  }

  private Map<String, List<Tree>> byName() {
    Map<String, List<Tree>> known = byName;
    if (known == null) {
      known = new HashMap<>();
      Map<Name, List<Tree>> lists = new HashMap<>();
      for (Tree.Kind kind : CALLS) {
        for (Tree node : tree.all(kind, Tree.class)) {
          add(node, lists, known);
        }
      }
      byName = known;
    }
    return known;
  }

  /** A name becomes text only once for all calls that have it. */
  private static void add(Tree node, Map<Name, List<Tree>> lists, Map<String, List<Tree>> known) {
    Name name = nameOf(node);
    List<Tree> list = name == null ? null : lists.get(name);
    if (list == null) {
      String text = name == null ? CONSTRUCTOR : name.toString();
      list = known.computeIfAbsent(text, made -> new ArrayList<>());
      if (name != null) {
        lists.put(name, list);
      }
    }
    list.add(node);
  }

  /** The calls by where they begin, outer ones that begin there as well behind their parts. */
  private List<Tree> inOrder() {
    List<Tree> known = inOrder;
    if (known == null) {
      known = new ArrayList<>();
      for (Tree.Kind kind : CALLS) {
        known.addAll(tree.all(kind, Tree.class));
      }
      known.sort(Comparator.comparingInt(tree::start).thenComparingInt(tree::end));
      starts = known.stream().mapToInt(tree::start).toArray();
      inOrder = known;
    }
    return known;
  }

  private Call make(Tree node) {
    Name name = nameOf(node);
    String text = name == null ? CONSTRUCTOR : name.toString();
    if (node instanceof NewClassTree creation) {
      return call(node, text, Optional.empty(), creation.getArguments());
    }
    if (node instanceof MemberReferenceTree reference) {
      return call(node, text, Optional.of(reference.getQualifierExpression()), List.of());
    }
    MethodInvocationTree call = (MethodInvocationTree) node;
    Optional<ExpressionTree> on =
        call.getMethodSelect() instanceof MemberSelectTree select
            ? Optional.of(select.getExpression())
            : Optional.empty();
    return call(node, text, on, call.getArguments());
  }

  private Call call(
      Tree node,
      String name,
      Optional<ExpressionTree> on,
      List<? extends ExpressionTree> arguments) {
    return new Call(node, name, on, arguments, this::methodOf, this::typesOf);
  }

  private Optional<ExecutableElement> methodOf(Call call) {
    return tree.element(call.node())
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast);
  }

  private Set<String> typesOf(Call call) {
    return call.node() instanceof NewClassTree
        ? types.of(call.node())
        : call.receiver().isPresent() ? types.of(call.receiver().get()) : ownTypes(call);
  }

  /** Without a receiver it is a method of a class around, or one that was imported. */
  private Set<String> ownTypes(Call call) {
    Optional<Element> declaredIn = call.method().map(Element::getEnclosingElement);
    if (declaredIn.isPresent() && declaredIn.get() instanceof TypeElement owner) {
      Optional<TypeElement> around = around(call.node(), owner);
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

  private static boolean isCall(Tree node) {
    return node instanceof MethodInvocationTree
        || node instanceof NewClassTree
        || node instanceof MemberReferenceTree;
  }

  /** The name of the method, null for a constructor. */
  private static @Nullable Name nameOf(Tree node) {
    if (node instanceof MemberReferenceTree reference) {
      return reference.getMode() == MemberReferenceTree.ReferenceMode.NEW
          ? null
          : reference.getName();
    }
    if (node instanceof MethodInvocationTree call) {
      return call.getMethodSelect() instanceof MemberSelectTree select
          ? select.getIdentifier()
          : ((IdentifierTree) call.getMethodSelect()).getName();
    }
    return null;
  }
}
