package dev.lastcall.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/**
 * Finds callbacks for the end that the container will never call.
 *
 * <p>Facts: {@code unmanaged} for annotations of beans whose end the container does not manage;
 * {@code scope} for those that name a scope; {@code destroyed} for annotations of callbacks; {@code
 * lifecycle} for types whose stop depends on what isRunning() answers.
 */
final class DestroyNeverRuns implements Check {
  private static final Rule RULE =
      new Rule(
          "LC1701",
          "destroy-callback-never-runs",
          Severity.ERROR,
          "The container never calls this callback.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (MethodTree method : unit.tree().all(Tree.Kind.METHOD, MethodTree.class)) {
      callback(unit, method)
          .or(() -> factory(unit, method))
          .or(() -> ofLifecycle(unit, method))
          .or(() -> untold(unit, method))
          .ifPresent(
              problem ->
                  findings.accept(
                      Finding.of(RULE, place(unit, problem.node()), problem.message())));
    }
  }

  /** A method's annotations stand before the line that names it. */
  private static Finding.Span place(SourceUnit unit, Tree node) {
    Finding.Span whole = unit.tree().span(node);
    return node instanceof MethodTree method && method.getReturnType() != null
        ? unit.tree().span(unit.tree().start(method.getReturnType()), whole.end())
        : whole;
  }

  private record Problem(Tree node, String message) {}

  private static Optional<Problem> ofLifecycle(SourceUnit unit, MethodTree method) {
    return UncalledStop.reason(unit, method).map(reason -> new Problem(method, reason));
  }

  private static Optional<Problem> untold(SourceUnit unit, MethodTree method) {
    if (DeadListener.isMisdeclared(unit, method)) {
      return Optional.of(
          new Problem(
              method,
              "the container calls a method of this name with other parameters, and never this"
                  + " one"));
    }
    return DeadListener.is(unit, method)
        ? Optional.of(
            new Problem(
                method,
                "neither a type of this class nor an annotation says that it listens: the container"
                    + " never calls this"))
        : Optional.empty();
  }

  // @PreDestroy and DisposableBean.

  private static Optional<Problem> callback(SourceUnit unit, MethodTree method) {
    Optional<AnnotationTree> destroyed =
        annotated(unit, method.getModifiers().getAnnotations(), "destroyed");
    if (destroyed.isEmpty() && !method.getName().contentEquals("destroy")) {
      return Optional.empty();
    }
    Optional<ClassTree> type = unit.tree().enclosing(method, ClassTree.class);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (destroyed.isPresent()
        && !method.getParameters().isEmpty()
        && !isInterceptor(unit, method)) {
      return Optional.of(
          new Problem(
              destroyed.get(),
              "a callback for the end must not take parameters: the container refuses or skips"
                  + " it"));
    }
    if (destroyed.isPresent()
        && method.getModifiers().getFlags().contains(Modifier.STATIC)
        && !isOfSpring(unit)) {
      return Optional.of(
          new Problem(
              destroyed.get(),
              "a callback for the end must not be static: the container does not call it"));
    }
    boolean called = destroyed.isPresent() || isDisposable(unit, type.get(), method);
    if (called
        && unit.calls().named("destroyBean", "destroyScopedBean").isEmpty()
        && isUnmanaged(unit, type.get().getModifiers().getAnnotations())) {
      return Optional.of(
          new Problem(
              destroyed.isPresent() ? destroyed.get() : method,
              "the container makes beans of this scope and forgets them: it never calls this at"
                  + " their end"));
    }
    return Optional.empty();
  }

  /** Spring calls what is static as well. */
  private static boolean isOfSpring(SourceUnit unit) {
    return unit.tree().unit().getImports().stream()
        .anyMatch(name -> name.toString().contains("org.springframework."));
  }

  private static boolean isDisposable(SourceUnit unit, ClassTree type, MethodTree method) {
    return method.getName().contentEquals("destroy")
        && method.getParameters().isEmpty()
        && DeclaredTypes.of(unit, type)
            .contains("org.springframework.beans.factory.DisposableBean");
  }

  /** An interceptor of lifecycle callbacks is given the invocation that it surrounds. */
  private static boolean isInterceptor(SourceUnit unit, MethodTree method) {
    return method.getParameters().size() == 1
        && unit.types().of(method.getParameters().get(0)).stream()
            .anyMatch(name -> name.endsWith(".InvocationContext"));
  }

  private static boolean isUnmanaged(SourceUnit unit, List<? extends AnnotationTree> annotations) {
    if (annotated(unit, annotations, "unmanaged").isPresent()) {
      return true;
    }
    return annotated(unit, annotations, "scope")
        .flatMap(scope -> value(scope, "value").or(() -> value(scope, "scopeName")))
        .filter(name -> isPrototype(unit, name))
        .isPresent();
  }

  private static boolean isPrototype(SourceUnit unit, ExpressionTree name) {
    return unit.values().origins(name).stream()
        .map(Object::toString)
        .allMatch(text -> text.equals("\"prototype\"") || text.endsWith("SCOPE_PROTOTYPE"));
  }

  private static Optional<AnnotationTree> annotated(
      SourceUnit unit, List<? extends AnnotationTree> annotations, String kind) {
    for (AnnotationTree annotation : annotations) {
      if (unit.types().isWrittenAs(kind, annotation.getAnnotationType())) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  /** The value of an annotation's element; javac writes the single one as {@code value} too. */
  private static Optional<ExpressionTree> value(AnnotationTree annotation, String name) {
    for (ExpressionTree argument : annotation.getArguments()) {
      if (argument instanceof AssignmentTree assignment) {
        if (assignment.getVariable().toString().equals(name)) {
          return Optional.of(assignment.getExpression());
        }
      } else if (name.equals("value")) {
        return Optional.of(argument);
      }
    }
    return Optional.empty();
  }

  // @Bean.

  private static Optional<Problem> factory(SourceUnit unit, MethodTree method) {
    List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
    Optional<AnnotationTree> bean = annotated(unit, annotations, "bean-factory");
    Optional<ExpressionTree> destroy = bean.flatMap(found -> value(found, "destroyMethod"));
    if (destroy.isEmpty()) {
      boolean closeable =
          method.getReturnType() != null
              && unit.types().of(method.getReturnType()).contains("java.lang.AutoCloseable");
      return bean.filter(found -> closeable && isUnmanaged(unit, annotations))
          .map(found -> new Problem(found, "the container never closes beans of this scope"));
    }
    String name = unit.values().origin(destroy.get()).map(Object::toString).orElse("?");
    if (isEmpty(name)) {
      return owned(unit, method)
          .map(
              made ->
                  new Problem(
                      bean.get(),
                      "this bean is made here, and nobody closes it: destroyMethod = \"\" tells the"
                          + " container not to"));
    }
    if (isUnmanaged(unit, annotations)) {
      return Optional.of(
          new Problem(
              bean.get(),
              "the container makes beans of this scope and forgets them: it never calls " + name));
    }
    return Optional.empty();
  }

  private static boolean isEmpty(String name) {
    return name.equals("\"\"") || name.endsWith("AbstractBeanDefinition.NONE");
  }

  /**
   * An object that the method makes itself, that can be closed, and that the class does not keep.
   */
  private static Optional<Tree> owned(SourceUnit unit, MethodTree method) {
    for (ReturnTree statement : unit.tree().all(Tree.Kind.RETURN, ReturnTree.class)) {
      boolean mine = unit.bodies().around(statement) == method && statement.getExpression() != null;
      if (mine && !isKept(unit, statement.getExpression())) {
        for (ExpressionTree origin : unit.values().origins(statement.getExpression())) {
          if (isMade(unit, origin) && isCloseable(unit, origin)) {
            return Optional.of(origin);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isKept(SourceUnit unit, ExpressionTree returned) {
    return unit.values()
        .root(returned)
        .filter(
            root ->
                root.getKind() != ElementKind.LOCAL_VARIABLE
                    || unit.variables().uses(root).stream().anyMatch(use -> isStored(unit, use)))
        .isPresent();
  }

  private static boolean isStored(SourceUnit unit, Tree use) {
    Tree parent = unit.tree().parent(use).orElse(use);
    return (parent instanceof AssignmentTree assignment
            && Values.bare(assignment.getExpression()) == use)
        || unit.calls().at(parent).filter(call -> call.arguments().contains(use)).isPresent();
  }

  private static boolean isMade(SourceUnit unit, ExpressionTree origin) {
    return origin instanceof NewClassTree
        || unit.calls()
            .at(origin)
            .filter(
                call ->
                    call.name().equals("build")
                        || unit.facts().about("pool", call).isPresent()
                        || unit.facts().about("daemon-pool", call).isPresent())
            .isPresent();
  }

  /** What is on the class path must be closeable; of what is not, the annotation says enough. */
  private static boolean isCloseable(SourceUnit unit, ExpressionTree origin) {
    Set<String> types = unit.types().of(origin);
    boolean known = types.stream().anyMatch(name -> name.startsWith("java."));
    return !known
        || types.contains("java.lang.AutoCloseable")
        || types.contains("java.util.concurrent.ExecutorService");
  }
}
