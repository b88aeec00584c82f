package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * A {@code stop()} that its container does not come to, because of another method of the class.
 *
 * <p>Facts: {@code lifecycle} for types whose stop depends on what isRunning() answers; {@code
 * instead} for methods that a container calls, and that call the one without parameters unless they
 * are overridden.
 */
final class UncalledStop {
  private UncalledStop() {}

  /** {@return why a method is never called; empty if it may be} */
  static Optional<String> reason(SourceUnit unit, MethodTree method) {
    String name = method.getName().toString();
    if (!name.equals("stop") && !unit.facts().isAboutMethod("instead", name)) {
      return Optional.empty();
    }
    Optional<ClassTree> type = unit.tree().enclosing(method, ClassTree.class);
    boolean candidate =
        type.isPresent()
            && method.getParameters().isEmpty()
            && method.getBody() != null
            && !method.getBody().getStatements().isEmpty();
    if (!candidate) {
      return Optional.empty();
    }
    Set<String> types = DeclaredTypes.of(unit, type.get());
    if (isInstead(unit, type.get(), method, types)) {
      return Optional.of(
          "the container calls "
              + method.getName()
              + "() with a parameter, and the override of that here does not come to this one");
    }
    boolean asked =
        method.getName().contentEquals("stop") && unit.facts().isAbout("lifecycle", types);
    return asked && isNeverRunning(unit, type.get())
        ? Optional.of("isRunning() never answers true, so the container never calls stop()")
        : Optional.empty();
  }

  private static Stream<MethodTree> methods(ClassTree type) {
    return type.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(method -> method.getBody() != null);
  }

  private static boolean isInstead(
      SourceUnit unit, ClassTree type, MethodTree plain, Set<String> types) {
    return methods(type)
        .filter(other -> other.getName().equals(plain.getName()))
        .filter(other -> other.getParameters().size() == 1)
        .filter(
            other ->
                unit.facts().about("instead", other.getName().toString(), 1, types).isPresent())
        .filter(other -> !names(unit, other).containsAll(names(unit, plain)))
        .anyMatch(
            other ->
                unit.calls().named(plain.getName().toString()).stream()
                    .noneMatch(
                        call ->
                            unit.tree().isInside(call.node(), type)
                                && isOwn(call.receiver().map(Object::toString).orElse("this"))));
  }

  private static Set<String> names(SourceUnit unit, MethodTree method) {
    return Ran.by(unit, method).stream().map(Call::name).collect(Collectors.toSet());
  }

  /** Whoever calls it himself, or the method of the supertype, comes to it. */
  private static boolean isOwn(String receiver) {
    return receiver.equals("this") || receiver.equals("super") || receiver.endsWith(".super");
  }

  private static boolean isNeverRunning(SourceUnit unit, ClassTree type) {
    return methods(type)
        .filter(method -> method.getName().contentEquals("isRunning"))
        .filter(method -> method.getParameters().isEmpty())
        .map(unit.values()::returned)
        .anyMatch(answers -> answers.size() == 1 && isNever(unit, answers.get(0)));
  }

  private static boolean isNever(SourceUnit unit, ExpressionTree answer) {
    Optional<Element> field =
        unit.variables()
            .named(answer)
            .map(Element.class::cast)
            .filter(found -> found.getKind() == ElementKind.FIELD);
    if (field.isEmpty()) {
      return isFalse(Values.bare(answer));
    }
    Optional<VariableTree> declared = unit.variables().declaration(field.get());
    return declared.isPresent()
        && unit.variables().assigned(field.get()).stream()
            .allMatch(value -> isFalse(Values.bare(value)));
  }

  private static boolean isFalse(Tree value) {
    return value instanceof LiteralTree literal && Boolean.FALSE.equals(literal.getValue());
  }
}
