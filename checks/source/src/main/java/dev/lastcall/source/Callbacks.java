package dev.lastcall.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Which methods somebody else calls as cleanup: by their name and class, by an annotation, by the
 * event that they take, by being named as a bean's destroy method. Confined to one thread.
 */
final class Callbacks {
  private final SourceTree tree;
  private final TypeNames types;
  private final Facts facts;
  private @Nullable Set<String> destroyMethods;

  Callbacks(SourceTree tree, TypeNames types, Facts facts) {
    this.tree = tree;
    this.types = types;
    this.facts = facts;
  }

  /** {@return the place in which a container runs a method, empty if it does not} */
  Optional<Place> place(MethodTree method) {
    String name = method.getName().toString();
    int arity = method.getParameters().size();
    if ((facts.isAboutMethod("callback", name)
            && facts.about("callback", name, arity, owner(method)).isPresent())
        || isAnnotated(method.getModifiers())
        || takesEvent(method.getParameters())
        || (arity == 0 && destroyMethods().contains(name))) {
      return Optional.of(Place.CALLBACK);
    }
    if (name.equals("close") && arity == 0 && owner(method).contains("java.lang.AutoCloseable")) {
      return Optional.of(Place.CLOSE);
    }
    return name.equals("finalize") && arity == 0 ? Optional.of(Place.CLEANER) : Optional.empty();
  }

  private Set<String> owner(MethodTree method) {
    return tree.enclosing(method, ClassTree.class)
        .flatMap(tree::element)
        .filter(TypeElement.class::isInstance)
        .map(element -> types.of((TypeElement) element))
        .orElse(Set.of());
  }

  /**
   * By an annotation of its own, or by one that names the event: {@code @EventListener(X.class)}.
   */
  private boolean isAnnotated(ModifiersTree modifiers) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      if (types.isWrittenAs("callback", annotation.getAnnotationType())
          || annotation.getArguments().stream().anyMatch(this::namesEvent)) {
        return true;
      }
    }
    return false;
  }

  private boolean namesEvent(ExpressionTree argument) {
    if (argument instanceof AssignmentTree element) {
      return namesEvent(element.getExpression());
    }
    if (argument instanceof NewArrayTree several && several.getInitializers() != null) {
      return several.getInitializers().stream().anyMatch(this::namesEvent);
    }
    return argument instanceof MemberSelectTree named
        && named.getIdentifier().contentEquals("class")
        && types.isWrittenAs("event", named.getExpression());
  }

  /** {@return whether one of a method's or lambda's parameters is the event of an end} */
  boolean takesEvent(List<? extends VariableTree> parameters) {
    for (VariableTree parameter : parameters) {
      boolean event =
          !(parameter.getType() instanceof PrimitiveTypeTree)
              && facts.isAbout("event", types.of(parameter));
      if (event || isAnnotated(parameter.getModifiers())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The names in {@code @Bean(destroyMethod = "stop")}, on methods that make an object of this
   * file's class.
   */
  private Set<String> destroyMethods() {
    Set<String> known = destroyMethods;
    if (known == null) {
      known = collectDestroyMethods();
      destroyMethods = known;
    }
    return known;
  }

  private Set<String> collectDestroyMethods() {
    Set<String> names = new HashSet<>();
    for (AnnotationTree annotation : tree.all(Tree.Kind.ANNOTATION, AnnotationTree.class)) {
      for (ExpressionTree argument : annotation.getArguments()) {
        if (argument instanceof AssignmentTree value
            && value.getVariable() instanceof IdentifierTree element
            && element.getName().contentEquals("destroyMethod")
            && value.getExpression() instanceof LiteralTree name) {
          names.add(String.valueOf(name.getValue()));
        }
      }
    }
    return names;
  }
}
