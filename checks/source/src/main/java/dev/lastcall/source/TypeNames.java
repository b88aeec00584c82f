package dev.lastcall.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * The names of types, including those that are not on the class path.
 *
 * <p>A type that javac has resolved answers with its own names: itself and everything it extends.
 * One that it has not is named by the file's imports, and by the hierarchy among {@link Facts};
 * nothing is guessed from a simple name alone. Confined to one thread.
 */
public final class TypeNames {
  private final SourceTree tree;
  private final Facts facts;
  private final Hierarchy hierarchy;
  private final Map<Element, Set<String>> known = new HashMap<>();
  private int guessed;

  private final DeclaredTypes declared;
  private @Nullable Imports imports;

  private TypeNames(SourceTree tree, Facts facts, Hierarchy hierarchy) {
    this.tree = tree;
    this.facts = facts;
    this.hierarchy = hierarchy;
    this.declared = DeclaredTypes.of(tree);
  }

  static TypeNames of(SourceTree tree, Facts facts, Hierarchy hierarchy) {
    return new TypeNames(tree, facts, hierarchy);
  }

  /**
   * {@return whether an expression's type is one of these, or extends or implements one; qualified
   * names, erased}
   */
  public boolean is(Tree expression, String... names) {
    Set<String> all = of(expression);
    for (String name : names) {
      if (all.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return the qualified names of an expression's type and of everything above it; empty if
   * nothing is known}
   */
  public Set<String> of(Tree expression) {
    Optional<TypeMirror> type = tree.type(expression);
    if (type.isPresent() && type.get().getKind() != TypeKind.ERROR) {
      Set<String> names = of(type.get());
      if (!names.isEmpty() || type.get().getKind() != TypeKind.NONE) {
        return names;
      }
    }
    Set<String> names = unresolved(expression);
    boolean named = type.isPresent() && !isMissingMethod(expression, type.get());
    return names.isEmpty() && named ? of(type.get()) : names;
  }

  /** The compiler names what an unknown method returns after the method. */
  private static boolean isMissingMethod(Tree expression, TypeMirror type) {
    if (!(expression instanceof MethodInvocationTree call)) {
      return false;
    }
    String select = call.getMethodSelect().toString();
    String method = select.substring(select.lastIndexOf('.') + 1);
    return type.toString().equals(method) || type.toString().endsWith("." + method);
  }

  /** {@return the qualified names of a type and of everything above it} */
  public Set<String> of(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return of(variable.getUpperBound());
    }
    if (type.getKind() == TypeKind.ERROR) {
      // What stands for it depends on the imports of this file: nothing for the others.
      guessed++;
      String name = withoutArguments(type.toString());
      return name.startsWith("(") ? Set.of() : withSupertypes(qualified(name));
    }
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      return of(element);
    }
    return type.getKind().isPrimitive() ? Set.of(type.toString()) : Set.of();
  }

  /** {@return the qualified names of a class and of everything above it} */
  public Set<String> of(TypeElement element) {
    Set<String> cached = hierarchy.names(element);
    cached = cached == null ? known.get(element) : cached;
    if (cached != null) {
      return cached;
    }
    int before = guessed;
    known.put(element, Set.of());
    Set<String> names = new LinkedHashSet<>(withSupertypes(element.getQualifiedName().toString()));
    names.addAll(of(element.getSuperclass()));
    element.getInterfaces().forEach(above -> names.addAll(of(above)));
    Set<String> all = Collections.unmodifiableSet(names);
    known.put(element, all);
    if (before == guessed) {
      hierarchy.keep(element, all);
    }
    return all;
  }

  /**
   * {@return the qualified name that a type tree stands for, as far as the imports tell; never
   * empty}
   */
  public String written(Tree type) {
    if (type instanceof ParameterizedTypeTree parameterized) {
      return written(parameterized.getType());
    }
    Optional<Element> element = tree.element(type);
    if (element.isPresent()
        && element.get() instanceof TypeElement resolved
        && resolved.asType().getKind() != TypeKind.ERROR) {
      return resolved.getQualifiedName().toString();
    }
    return qualified(withoutArguments(type.toString()));
  }

  /** {@return whether a fact of some kind names the type that a type tree stands for} */
  public boolean isWrittenAs(String kind, Tree type) {
    Name simple =
        type instanceof MemberSelectTree select
            ? select.getIdentifier()
            : type instanceof IdentifierTree name ? name.getName() : null;
    return (simple == null || facts.isAboutSimple(kind, simple.toString()))
        && facts.isAbout(kind, Set.of(written(type)));
  }

  /** Where javac has no type: the declaration of the variable, or the class behind {@code new}. */
  private Set<String> unresolved(Tree expression) {
    if (expression instanceof NewClassTree creation) {
      return withSupertypes(written(creation.getIdentifier()));
    }
    if (expression instanceof VariableTree variable) {
      boolean inferred = !tree.isTyped(variable);
      boolean given = inferred && variable.getInitializer() != null;
      Tree type = variable.getType();
      return given
          ? of(variable.getInitializer())
          : type == null ? Set.of() : withSupertypes(written(type));
    }
    if (expression instanceof ParenthesizedTree parenthesized) {
      return of(parenthesized.getExpression());
    }
    if (expression instanceof TypeCastTree cast) {
      return withSupertypes(written(cast.getType()));
    }
    Optional<Element> method = tree.element(expression);
    if (method.isPresent() && method.get() instanceof ExecutableElement own) {
      Optional<Tree> type = declared.returned(own);
      if (type.isPresent()) {
        return withSupertypes(written(type.get()));
      }
    }
    if (expression instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      return returned(select.getIdentifier().toString(), call, of(select.getExpression()));
    }
    return unresolvedName(expression);
  }

  private Set<String> unresolvedName(Tree expression) {
    Optional<Element> element = tree.element(expression);
    boolean isType = element.isPresent() && element.get() instanceof TypeElement;
    if (isType && element.get().asType().getKind() != TypeKind.ERROR) {
      return of((TypeElement) element.get());
    }
    if (element.isPresent() && !isType) {
      return declared(element.get(), expression);
    }
    boolean name = expression instanceof IdentifierTree || expression instanceof MemberSelectTree;
    return name ? typeName((ExpressionTree) expression) : Set.of();
  }

  /** Where javac has no type: what a declaration says, or the value that it gives. */
  private Set<String> declared(Element element, Tree use) {
    Optional<Tree> type = declared.type(element, use);
    Optional<ExpressionTree> value = declared.value(element, use);
    return type.map(found -> withSupertypes(written(found)))
        .or(() -> value.map(this::of))
        .orElseGet(() -> of(element.asType()));
  }

  /** What facts say that a method returns, even if they know only its name. */
  private Set<String> returned(String method, MethodInvocationTree call, Set<String> on) {
    int arity = call.getArguments().size();
    return facts
        .about("returns", method, arity, on)
        .or(() -> facts.about("returns", "*", arity, on))
        .or(() -> facts.about("returns", method, arity, Set.of("*")))
        .map(fact -> withSupertypes(fact.value()))
        .orElse(Set.of());
  }

  private Set<String> typeName(ExpressionTree name) {
    String text = name.toString();
    String qualified = qualified(text);
    return qualified.equals(text) && text.indexOf('.') < 0 ? Set.of() : withSupertypes(qualified);
  }

  private Set<String> withSupertypes(String name) {
    Set<String> names = new LinkedHashSet<>();
    names.add(name);
    facts.supertypes(name).forEach(names::add);
    return names;
  }

  private String qualified(String name) {
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    String imported = imports().classes().get(first);
    if (imported != null) {
      return dot < 0 ? imported : imported + name.substring(dot);
    }
    for (String inPackage : imports().packages()) {
      if (facts.knows(inPackage + "." + name)) {
        return inPackage + "." + name;
      }
    }
    return name;
  }

  /** What a file imports: classes by their simple name, and whole packages. */
  private record Imports(Map<String, String> classes, List<String> packages) {}

  private Imports imports() {
    Imports found = imports;
    if (found == null) {
      found = new Imports(new HashMap<>(), new ArrayList<>());
      for (ImportTree imported : tree.unit().getImports()) {
        String name = imported.getQualifiedIdentifier().toString();
        if (name.endsWith(".*")) {
          found.packages().add(name.substring(0, name.length() - 2));
        } else if (!imported.isStatic()) {
          found.classes().put(name.substring(name.lastIndexOf('.') + 1), name);
        }
      }
      imports = found;
    }
    return found;
  }

  private static String withoutArguments(String type) {
    int start = type.indexOf('<');
    String bare = start < 0 ? type : type.substring(0, start);
    return bare.substring(bare.lastIndexOf(' ') + 1);
  }
}
