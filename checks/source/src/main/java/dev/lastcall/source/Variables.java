package dev.lastcall.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Where a file's fields, variables, parameters and methods are declared, and what is assigned to
 * them. Confined to one thread.
 */
public final class Variables {
  private static final Set<Tree.Kind> COUNTING =
      Set.of(
          Tree.Kind.PREFIX_INCREMENT,
          Tree.Kind.PREFIX_DECREMENT,
          Tree.Kind.POSTFIX_INCREMENT,
          Tree.Kind.POSTFIX_DECREMENT);

  /** Annotations by which nobody fills in a field. */
  private static final Set<String> HARMLESS =
      Set.of(
          "SuppressWarnings",
          "Deprecated",
          "Serial",
          "Nullable",
          "NonNull",
          "NotNull",
          "Nonnull",
          "MonotonicNonNull",
          "GuardedBy",
          "VisibleForTesting",
          "Getter");

  /** Annotations of classes whose fields are filled in. */
  private static final Set<String> FILLING =
      Set.of("Data", "Setter", "ConfigurationProperties", "ConfigMapping");

  private final SourceTree tree;
  private @Nullable Declared declared;
  private @Nullable Map<Name, List<Tree>> names;
  private final Map<Element, List<Tree>> uses = new HashMap<>();

  private Variables(SourceTree tree) {
    this.tree = tree;
  }

  static Variables of(SourceTree tree) {
    return new Variables(tree);
  }

  /** What the file declares, and what it does to that. */
  private record Declared(
      Map<Element, VariableTree> variables,
      Map<Element, MethodTree> methods,
      Map<Element, List<ExpressionTree>> assigned,
      Set<Element> counted) {
    Declared() {
      this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
    }

    void assign(Element element, ExpressionTree value) {
      assigned.computeIfAbsent(element, key -> new ArrayList<>()).add(value);
    }
  }

  /** {@return the declaration of a field, variable or parameter of this file} */
  public Optional<VariableTree> declaration(Element variable) {
    return Optional.ofNullable(declared().variables().get(variable));
  }

  /** {@return the declaration of a method of this file} */
  public Optional<MethodTree> method(ExecutableElement method) {
    return Optional.ofNullable(declared().methods().get(method));
  }

  /** {@return everything that is assigned to a variable, its initializer first} */
  public List<ExpressionTree> assigned(Element variable) {
    return declared().assigned().getOrDefault(variable, List.of());
  }

  /**
   * Returns whether a variable gets values that no assignment shows: it is counted up or down, is a
   * loop's element or a caught exception, or a framework fills it in.
   */
  public boolean isChangedOtherwise(Element variable) {
    return declared().counted().contains(variable)
        || declaration(variable)
            .filter(found -> isElementOrCaught(found) || isFilledIn(found))
            .isPresent();
  }

  /** {@return whether a variable is assigned inside a piece of code} */
  boolean isAssignedIn(Element variable, Tree code) {
    return assigned(variable).stream().anyMatch(value -> tree.isInside(value, code));
  }

  /** {@return every place that names a variable, its declaration left out} */
  public List<Tree> uses(Element variable) {
    List<Tree> known = uses.get(variable);
    if (known == null) {
      known =
          names().getOrDefault(variable.getSimpleName(), List.of()).stream()
              .filter(name -> named(name).filter(variable::equals).isPresent())
              .toList();
      uses.put(variable, known);
    }
    return known;
  }

  /** {@return the variable that an expression names, empty if it is not just a name} */
  public Optional<VariableElement> named(Tree expression) {
    Tree bare = Kinds.bare(expression);
    boolean name =
        bare instanceof IdentifierTree
            || bare instanceof MemberSelectTree
            || bare instanceof VariableTree;
    return name
        ? tree.element(bare)
            .filter(VariableElement.class::isInstance)
            .map(VariableElement.class::cast)
        : Optional.empty();
  }

  private Declared declared() {
    Declared known = declared;
    if (known == null) {
      known = collect();
      declared = known;
    }
    return known;
  }

  private Declared collect() {
    Declared found = new Declared();
    for (VariableTree variable : tree.all(Tree.Kind.VARIABLE, VariableTree.class)) {
      Optional<Element> element = tree.element(variable);
      element.ifPresent(name -> found.variables().put(name, variable));
      if (element.isPresent() && variable.getInitializer() != null) {
        found.assign(element.get(), variable.getInitializer());
      }
    }
    for (MethodTree method : tree.all(Tree.Kind.METHOD, MethodTree.class)) {
      tree.element(method).ifPresent(element -> found.methods().put(element, method));
    }
    for (AssignmentTree assignment : tree.all(Tree.Kind.ASSIGNMENT, AssignmentTree.class)) {
      tree.element(assignment.getVariable())
          .ifPresent(element -> found.assign(element, assignment.getExpression()));
    }
    for (Tree.Kind kind : Tree.Kind.values()) {
      Class<? extends Tree> node = kind.asInterface();
      if (node == CompoundAssignmentTree.class) {
        tree.all(kind, CompoundAssignmentTree.class)
            .forEach(change -> count(change.getVariable(), found));
      } else if (COUNTING.contains(kind)) {
        tree.all(kind, UnaryTree.class).forEach(change -> count(change.getExpression(), found));
      }
    }
    return found;
  }

  private void count(ExpressionTree variable, Declared into) {
    tree.element(variable).ifPresent(into.counted()::add);
  }

  private boolean isElementOrCaught(VariableTree variable) {
    return tree.parent(variable)
        .filter(
            parent ->
                parent instanceof CatchTree
                    || (parent instanceof EnhancedForLoopTree loop
                        && loop.getVariable() == variable))
        .isPresent();
  }

  /**
   * Fields with annotations, or in classes with such that make setters, are given values by
   * somebody else.
   */
  private boolean isFilledIn(VariableTree variable) {
    Optional<Tree> owner = tree.parent(variable);
    if (owner.isEmpty() || !(owner.get() instanceof ClassTree type)) {
      return false;
    }
    return variable.getModifiers().getAnnotations().stream()
            .anyMatch(found -> !HARMLESS.contains(simpleName(found)))
        || type.getModifiers().getAnnotations().stream()
            .anyMatch(found -> FILLING.contains(simpleName(found)) && !isFinal(variable));
  }

  private static boolean isFinal(VariableTree variable) {
    return variable.getModifiers().getFlags().contains(Modifier.FINAL);
  }

  private static String simpleName(AnnotationTree annotation) {
    String name = annotation.getAnnotationType().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Every name in the file, by what it is. */
  private Map<Name, List<Tree>> names() {
    Map<Name, List<Tree>> known = names;
    if (known == null) {
      known = new HashMap<>();
      for (IdentifierTree name : tree.all(Tree.Kind.IDENTIFIER, IdentifierTree.class)) {
        known.computeIfAbsent(name.getName(), key -> new ArrayList<>()).add(name);
      }
      for (MemberSelectTree name : tree.all(Tree.Kind.MEMBER_SELECT, MemberSelectTree.class)) {
        known.computeIfAbsent(name.getIdentifier(), key -> new ArrayList<>()).add(name);
      }
      names = known;
    }
    return known;
  }
}
