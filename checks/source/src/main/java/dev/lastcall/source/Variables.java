package dev.lastcall.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Where a file's fields, variables, parameters and methods are declared, and what is assigned to
 * them. Confined to one thread.
 */
public final class Variables {
  private final SourceTree tree;
  private final Map<Element, VariableTree> declarations = new HashMap<>();
  private final Map<Element, MethodTree> methods = new HashMap<>();
  private final Map<Element, List<ExpressionTree>> assigned = new HashMap<>();
  private final Map<Element, List<Tree>> uses = new HashMap<>();

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
