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
import javax.lang.model.element.VariableElement;

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
  private final Map<Element, VariableTree> declarations = new HashMap<>();
  private final Map<Element, MethodTree> methods = new HashMap<>();
  private final Map<Element, List<ExpressionTree>> assigned = new HashMap<>();
  private final Map<Element, List<Tree>> uses = new HashMap<>();

  private final Set<Element> changedOtherwise = new HashSet<>();

  private Variables(SourceTree tree) {
    this.tree = tree;
  }

  static Variables of(SourceTree tree) {
    Variables variables = new Variables(tree);
    for (VariableTree variable : tree.all(Tree.Kind.VARIABLE, VariableTree.class)) {
      tree.element(variable).ifPresent(element -> variables.declare(element, variable));
    }
    for (MethodTree method : tree.all(Tree.Kind.METHOD, MethodTree.class)) {
      tree.element(method).ifPresent(element -> variables.methods.put(element, method));
    }
    for (AssignmentTree assignment : tree.all(Tree.Kind.ASSIGNMENT, AssignmentTree.class)) {
      tree.element(assignment.getVariable())
          .ifPresent(element -> variables.assign(element, assignment.getExpression()));
    }
    variables.collectChanges();
    variables.collectUses();
    return variables;
  }

  /** {@return the declaration of a field, variable or parameter of this file} */
  public Optional<VariableTree> declaration(Element variable) {
    return Optional.ofNullable(declarations.get(variable));
  }

  /** {@return the declaration of a method of this file} */
  public Optional<MethodTree> method(ExecutableElement method) {
    return Optional.ofNullable(methods.get(method));
  }

  /** {@return everything that is assigned to a variable, its initializer first} */
  public List<ExpressionTree> assigned(Element variable) {
    return assigned.getOrDefault(variable, List.of());
  }

  /**
   * Returns whether a variable gets values that no assignment shows: it is counted up or down, is a
   * loop's element or a caught exception, or a framework fills it in.
   */
  public boolean isChangedOtherwise(Element variable) {
    return changedOtherwise.contains(variable);
  }

  /** {@return whether a variable is assigned inside a piece of code} */
  boolean isAssignedIn(Element variable, Tree code) {
    return assigned(variable).stream().anyMatch(value -> tree.isInside(value, code));
  }

  /** {@return every place that names a variable, its declaration left out} */
  public List<Tree> uses(Element variable) {
    return uses.getOrDefault(variable, List.of());
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

  private void declare(Element element, VariableTree variable) {
    declarations.put(element, variable);
    if (variable.getInitializer() != null) {
      assign(element, variable.getInitializer());
    }
  }

  private void assign(Element element, ExpressionTree value) {
    assigned.computeIfAbsent(element, key -> new ArrayList<>()).add(value);
  }

  private void collectChanges() {
    for (Tree.Kind kind : Tree.Kind.values()) {
      Class<? extends Tree> node = kind.asInterface();
      if (node == CompoundAssignmentTree.class) {
        tree.all(kind, CompoundAssignmentTree.class)
            .forEach(change -> changes(change.getVariable()));
      } else if (COUNTING.contains(kind)) {
        tree.all(kind, UnaryTree.class).forEach(change -> changes(change.getExpression()));
      }
    }
    declarations.forEach(
        (element, variable) -> {
          if (isElementOrCaught(variable) || isFilledIn(variable)) {
            changedOtherwise.add(element);
          }
        });
  }

  private void changes(ExpressionTree variable) {
    tree.element(variable).ifPresent(changedOtherwise::add);
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

  private void collectUses() {
    List<Tree> names = new ArrayList<>(tree.all(Tree.Kind.IDENTIFIER, Tree.class));
    names.addAll(tree.all(Tree.Kind.MEMBER_SELECT, Tree.class));
    for (Tree name : names) {
      tree.element(name)
          .filter(VariableElement.class::isInstance)
          .ifPresent(element -> uses.computeIfAbsent(element, key -> new ArrayList<>()).add(name));
    }
  }
}
