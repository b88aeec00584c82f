package dev.lastcall.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Which code somebody else runs for every request, message, connection or tick. */
final class Requests {
  private Requests() {}

  /** {@return whether a method handles requests, by its class or its annotations} */
  static boolean isHandler(SourceUnit unit, MethodTree method) {
    for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
      String name = unit.types().written(annotation.getAnnotationType());
      if (unit.facts().isAbout("request", Set.of(name))) {
        return true;
      }
    }
    Set<String> owner =
        unit.tree()
            .enclosing(method, ClassTree.class)
            .flatMap(unit.tree()::element)
            .filter(TypeElement.class::isInstance)
            .map(type -> unit.types().of((TypeElement) type))
            .orElse(Set.of());
    int arity = method.getParameters().size();
    return unit.facts().about("request", method.getName().toString(), arity, owner).isPresent();
  }

  /** {@return whether a lambda or a method reference is given to something that runs it so} */
  static boolean isGiven(SourceUnit unit, Tree lambda) {
    boolean type =
        unit.tree()
            .type(lambda)
            .filter(found -> found.getKind() != TypeKind.ERROR)
            .filter(found -> unit.facts().isAbout("handler", unit.types().of(found)))
            .isPresent();
    Optional<Call> call = unit.tree().parent(lambda).flatMap(unit.calls()::at);
    return type || call.flatMap(found -> unit.facts().about("serves", found)).isPresent();
  }
}
