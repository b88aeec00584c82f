package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import dev.lastcall.source.SourceUnit;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** What a class that a file declares is: its own name, and those of all that it extends. */
final class DeclaredTypes {
  private DeclaredTypes() {}

  static Set<String> of(SourceUnit unit, ClassTree type) {
    return unit.tree()
        .element(type)
        .filter(TypeElement.class::isInstance)
        .map(element -> unit.types().of((TypeElement) element))
        .orElse(Set.of());
  }
}
