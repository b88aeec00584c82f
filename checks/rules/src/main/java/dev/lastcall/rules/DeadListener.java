package dev.lastcall.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * Methods that are given the event of the end, in a class that nobody tells of it: neither its
 * types nor an annotation say that it listens.
 *
 * <p>Facts: {@code event} for the types of such events, {@code listened} for those that tell of
 * other things as well, {@code told} for the types whose methods are given them.
 */
final class DeadListener {
  private DeadListener() {}

  /**
   * {@return whether a method has the name of a callback of its class's types, and not its
   * parameters, while no other one has}
   */
  static boolean isMisdeclared(SourceUnit unit, MethodTree method) {
    if (!unit.facts().isAboutMethod("callback", method.getName().toString())) {
      return false;
    }
    Optional<ClassTree> type = unit.tree().enclosing(method, ClassTree.class);
    return type.isPresent()
        && method.getBody() != null
        && isPlain(method)
        && isOfLibrary(unit, type.get())
        && !isCalled(unit, method)
        && isCallbackOtherwise(unit, type.get(), method);
  }

  private static boolean isCallbackOtherwise(SourceUnit unit, ClassTree type, MethodTree method) {
    Set<String> types = DeclaredTypes.of(unit, type);
    String name = method.getName().toString();
    int given = method.getParameters().size();
    if (unit.facts().about("callback", name, given, types).isPresent()) {
      return false;
    }
    return IntStream.rangeClosed(0, 2)
        .filter(arity -> unit.facts().about("callback", name, arity, types).isPresent())
        .anyMatch(arity -> !hasMethod(type, name, arity));
  }

  private static boolean hasMethod(ClassTree type, String name, int arity) {
    return type.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .anyMatch(
            other -> other.getName().contentEquals(name) && other.getParameters().size() == arity);
  }

  /** Nothing is inherited that is not known. */
  private static boolean isOfLibrary(SourceUnit unit, ClassTree type) {
    List<Tree> above = new ArrayList<>(type.getImplementsClause());
    if (type.getExtendsClause() != null) {
      above.add(type.getExtendsClause());
    }
    return above.stream()
        .map(unit.types()::written)
        .allMatch(
            name -> name.matches("(java|javax|jakarta|org\\.springframework|io\\.vertx)\\..*"));
  }

  /** {@return whether a method waits for an event that will not come} */
  static boolean is(SourceUnit unit, MethodTree method) {
    if (method.getParameters().size() != 1 || !isAboutTheEnd(unit, method)) {
      return false;
    }
    Optional<ClassTree> type = unit.tree().enclosing(method, ClassTree.class);
    return type.isPresent()
        && method.getBody() != null
        && !method.getModifiers().getFlags().contains(Modifier.PRIVATE)
        && !method.getModifiers().getFlags().contains(Modifier.ABSTRACT)
        && isPlain(method)
        && listensToOthers(unit, type.get())
        && !isCalled(unit, method);
  }

  private static boolean isAboutTheEnd(SourceUnit unit, MethodTree method) {
    Set<String> event = unit.types().of(method.getParameters().get(0));
    return unit.facts().isAbout("event", event)
        || (unit.facts().isAbout("listened", event)
            && Cleanups.isNamed(method.getName().toString()));
  }

  private static boolean isPlain(MethodTree method) {
    List<AnnotationTree> annotations = new ArrayList<>(method.getModifiers().getAnnotations());
    for (VariableTree parameter : method.getParameters()) {
      annotations.addAll(parameter.getModifiers().getAnnotations());
    }
    return annotations.isEmpty();
  }

  /** All of its types are known, and none of them is told of the end. */
  private static boolean listensToOthers(SourceUnit unit, ClassTree type) {
    List<Tree> above = new ArrayList<>(type.getImplementsClause());
    return type.getExtendsClause() == null
        && above.stream()
            .map(unit.types()::written)
            .allMatch(
                name ->
                    name.matches("(java|javax|jakarta|org\\.springframework)\\..*")
                        && !unit.facts().isAbout("told", Set.of(name.replaceAll("<.*", ""))));
  }

  private static boolean isCalled(SourceUnit unit, MethodTree method) {
    return unit.calls().named(method.getName().toString()).stream()
        .anyMatch(call -> unit.bodies().called(call).filter(own -> own == method).isPresent());
  }
}
